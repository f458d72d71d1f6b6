"""Counts of people by several things at once: by area, by group, by both, with subtotals, as one release.

A person may be in several categories of a dimension (somebody with two conditions). Totals are of people, so they
may be smaller than the sum of their cells; which they are follows from the people themselves.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from disclosure.published import PublishedCount, publish
from disclosure.raw import RawCount, own_figure, people
from disclosure.rules import Rule
from disclosure.sealed import Sealed

# A place in a breakdown: ("area", "Kernow"), ("group", "Adults"). Empty: everybody.
Place = tuple[tuple[str, str], ...]
# For each dimension, in order, the categories that somebody is in.
Signature = tuple[tuple[str, ...], ...]
People = Mapping[Hashable, Signature]
EVERYBODY = "Everybody"


@dataclass(frozen=True, slots=True)
class Dimension:
    """What people are counted by. `subtotals` are (name, categories it adds up), as areas make up a network."""

    name: str
    categories: tuple[str, ...]
    subtotals: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __post_init__(self) -> None:
        names = self.shown
        if not self.categories or len(set(names)) != len(names):
            raise ValueError(f"{self.name}: give each category and subtotal a name of its own, and at least one.")
        if any(not set(parts) <= set(self.categories) for _, parts in self.subtotals):
            raise ValueError(f"{self.name}: a subtotal can only add up categories.")

    @property
    def shown(self) -> tuple[str, ...]:
        """Categories, then subtotals."""
        return (*self.categories, *(name for name, _ in self.subtotals))

    def parts(self, name: str) -> tuple[str, ...]:
        """The categories behind a category or subtotal."""
        return dict(self.subtotals).get(name, (name,))


@dataclass(frozen=True, slots=True)
class Breakdown:
    """`tables` says what is shown: each is the names of the dimensions that stand together, and () is everybody.

    ((), ("area",), ("area", "group")) shows the headline, each area, and each area by group.
    """

    dimensions: tuple[Dimension, ...]
    tables: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        names = [dimension.name for dimension in self.dimensions]
        if len(set(names)) != len(names) or not self.tables or len(set(self.tables)) != len(self.tables):
            raise ValueError("A breakdown needs tables, each once, and a name of its own for each dimension.")
        if any(name not in names for table in self.tables for name in table):
            raise ValueError("A table of the breakdown names a dimension that it doesn't have.")

    def dimension(self, name: str) -> Dimension:
        """The dimension of this name."""
        return next(each for each in self.dimensions if each.name == name)

    def places(self) -> Iterator[Place]:
        """Every figure that is shown, table by table."""
        for table in self.tables:
            for categories in product(*(self.dimension(name).shown for name in table)):
                yield tuple(zip(table, categories, strict=True))

    def holds(self, place: Place, signature: Signature) -> bool:
        """Whether people of this signature are counted at the place."""
        where = {dimension.name: i for i, dimension in enumerate(self.dimensions)}
        return all(
            any(part in signature[where[name]] for part in self.dimension(name).parts(category))
            for name, category in place
        )

    def signatures(self, rows: Mapping[Hashable, Mapping[str, str | Collection[str]]]) -> dict[Hashable, Signature]:
        """Each person's categories, from {person: {"area": "Kernow", "group": ["Adults", "Carers"]}}.

        Raises ValueError for somebody without a category, or with an unknown one: "Not stated" is a category too,
        or those few would be what a total has beyond its cells.
        """
        return {person: tuple(self._categories(row, each) for each in self.dimensions) for person, row in rows.items()}

    def _categories(self, row: Mapping[str, str | Collection[str]], dimension: Dimension) -> tuple[str, ...]:
        given = row.get(dimension.name, ())
        found = {given} if isinstance(given, str) else set(given)
        if not found or not found <= set(dimension.categories):
            raise ValueError(
                f"Each person needs a category of {dimension.name} that the table has. "
                'Add a category such as "Not stated" for the others.'
            )
        return tuple(sorted(found))


def place_words(place: Place) -> str:
    """ "Kernow, Adults", or "Everybody"."""
    return ", ".join(category for _, category in place) or EVERYBODY


class PublishedBreakdown(Sealed):
    """Figures of a breakdown that have been checked together. `figures` are pairs of place and PublishedCount."""

    __slots__ = ("breakdown", "figures", "rule")
    made_by = "releasing.check_and_show()"

    breakdown: Breakdown
    figures: tuple[tuple[Place, PublishedCount], ...]
    rule: Rule

    def _check(self) -> None:
        if [place for place, _ in self.figures] != list(self.breakdown.places()):
            raise ValueError("The figures don't match the breakdown.")
        if any(count.rule != self.rule for _, count in self.figures):
            raise ValueError("All figures of a release are made by one rule.")

    def __getitem__(self, place: Place) -> PublishedCount:
        """The figure at a place: `release[("area", "Kernow"), ("group", "Adults")]`. KeyError when there is none."""
        return dict(self.figures)[place]

    @property
    def note(self) -> str:
        """The sentence for under the figures."""
        return self.rule.note

    def to_json(self) -> dict[str, Any]:
        """What was shown, and no more, in a shape that `from_json` reads back."""
        return {
            "rule": [self.rule.hide_up_to, self.rule.round_to],
            "dimensions": [
                [each.name, list(each.categories), [[name, list(parts)] for name, parts in each.subtotals]]
                for each in self.breakdown.dimensions
            ],
            "tables": [list(table) for table in self.breakdown.tables],
            "figures": [count.shown for _, count in self.figures],
        }

    def __repr__(self) -> str:
        return f"<PublishedBreakdown of {len(self.figures)} figures, {self.rule.name}>"


def from_json(kept: Mapping[str, Any]) -> PublishedBreakdown:
    """A release as it was shown. Raises ValueError for figures that the rule never shows."""
    rule = Rule(*kept["rule"])
    dimensions = tuple(
        Dimension(name, tuple(categories), tuple((each, tuple(parts)) for each, parts in subtotals))
        for name, categories, subtotals in kept["dimensions"]
    )
    breakdown = Breakdown(dimensions, tuple(tuple(table) for table in kept["tables"]))
    figures = (PublishedCount._seal(shown, rule, None) for shown in kept["figures"])
    return PublishedBreakdown._seal(breakdown, tuple(zip(breakdown.places(), figures, strict=True)), rule)


def shown_of_people(breakdown: Breakdown, who: People, rule: Rule) -> PublishedBreakdown:
    """The figures by the rule. Not yet checked: for `releasing` alone."""
    return _shown(breakdown, Counter(who.values()), rule)


def shown_of_counts(breakdown: Breakdown, cells: Mapping[tuple[str, ...], RawCount], rule: Rule) -> PublishedBreakdown:
    """The same from counts of each full cell, one category of each dimension, where nobody is in two of them."""
    counts: Counter[Signature] = Counter()
    for cell, count in cells.items():
        signature = breakdown.signatures({0: {d.name: c for d, c in zip(breakdown.dimensions, cell, strict=True)}})[0]
        counts[signature] += own_figure(count)
    return _shown(breakdown, counts, rule)


def _shown(breakdown: Breakdown, counts: Counter[Signature], rule: Rule) -> PublishedBreakdown:
    figures = []
    for place in breakdown.places():
        true = sum(n for signature, n in counts.items() if breakdown.holds(place, signature))
        figures.append((place, publish(people(true), rule)))
    return PublishedBreakdown._seal(breakdown, tuple(figures), rule)
