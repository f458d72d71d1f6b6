"""Merging bands before release, so that no band is too small, or one or two people's.

A band that may not leave is merged with the next lower band of conditions of its age (the lowest with the next
higher). Where an age is down to one band that still may not leave, it is merged with the next lower age (the lowest
with the next higher), all conditions together. Bands of many conditions come first: they are the small ones, and
so fewer are merged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from finance_models.calc.bands import Bands, label
from finance_models.calc.regional.cells import LEAST_PEOPLE, BandCell


class TooFewPeople(ValueError):
    """Even all bands together may not leave the area."""

    def __init__(self) -> None:
        super().__init__(
            f"There are fewer than {LEAST_PEOPLE} people with activity, or two of them hold over 90% of all cost: "
            "nothing can be released without telling of a person."
        )


@dataclass(frozen=True)
class Merged:
    """Bands that leave together: their names, and their sums."""

    bands: tuple[str, ...]
    cell: BandCell

    def __add__(self, other: "Merged") -> "Merged":
        return Merged(self.bands + other.bands, self.cell + other.cell)


def merge(cells: Mapping[str, BandCell], bands: Bands) -> list[Merged]:
    """The bands as they may leave, in the order of their names. Raises TooFewPeople."""
    rows = [_within_an_age(row) for row in _rows(cells, bands)]
    at = len(rows) - 1
    while at >= 0:
        if all(group.cell.may_leave for group in rows[at]):
            at -= 1
            continue
        if len(rows) == 1:
            raise TooFewPeople
        lower = max(at - 1, 0)
        rows[lower : lower + 2] = [[_all_of([*rows[lower], *rows[lower + 1]])]]
        at = lower
    order = {name: number for number, name in enumerate(bands.names())}
    groups = [Merged(tuple(sorted(group.bands, key=order.__getitem__)), group.cell) for row in rows for group in row]
    return sorted(groups, key=lambda group: order[group.bands[0]])


def _rows(cells: Mapping[str, BandCell], bands: Bands) -> list[list[Merged]]:
    """The bands of each age, by conditions."""
    ages, conditions = range(max(1, len(bands.age_edges))), range(max(1, len(bands.ltc_edges)))
    names = [[bands.name(age, ltc) for ltc in conditions] for age in ages]
    return [[Merged((name,), cells.get(name, BandCell())) for name in row] for row in names]


def _within_an_age(row: list[Merged]) -> list[Merged]:
    """Merge with the next lower conditions, from the most conditions down; the lowest with the next higher."""
    row = list(row)
    at = len(row) - 1
    while len(row) > 1 and at >= 0:
        if row[at].cell.may_leave:
            at -= 1
            continue
        lower = max(at - 1, 0)
        row[lower : lower + 2] = [row[lower] + row[lower + 1]]
        at = lower
    return row


def _all_of(groups: Sequence[Merged]) -> Merged:
    total = groups[0]
    for group in groups[1:]:
        total = total + group
    return total


def finest(divisions: Sequence[Sequence[tuple[str, ...]]], bands: Bands) -> list[tuple[str, ...]]:
    """The finest bands that every area's merges allow: whatever one area has merged, stays merged for all."""
    root = {name: name for name in bands.names()}

    def root_of(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    for division in divisions:
        for group in division:
            for name in group[1:]:
                root[root_of(name)] = root_of(group[0])
    found: dict[str, list[str]] = {}
    for name in bands.names():
        found.setdefault(root_of(name), []).append(name)
    return [tuple(names) for names in found.values()]


def name_of(group: Sequence[str], bands: Bands) -> str:
    """`65-74/1-3` for bands that make up a rectangle of ages and conditions; otherwise their names with `+` between."""
    ages, conditions = range(max(1, len(bands.age_edges))), range(max(1, len(bands.ltc_edges)))
    places = {bands.name(age, ltc): (age, ltc) for age in ages for ltc in conditions}
    found = [places[name] for name in group]
    rows, columns = sorted({age for age, _ in found}), sorted({ltc for _, ltc in found})
    is_whole = len(found) == len(rows) * len(columns) and _is_unbroken(rows) and _is_unbroken(columns)
    if not is_whole:
        return " + ".join(group)
    parts = [(bands.age_edges, rows), (bands.ltc_edges, columns)]
    return "/".join(_range_label(edges, at) for edges, at in parts if len(edges) > 1) or "all"


def _is_unbroken(places: Sequence[int]) -> bool:
    return list(places) == list(range(places[0], places[-1] + 1))


def _range_label(edges: Sequence[int], at: Sequence[int]) -> str:
    """The label of the stretch from the first edge to before the one that follows the last."""
    ends = edges[at[-1] + 1 :][:1]
    return label((edges[at[0]], *ends), 0)
