"""What a reader can work out from several releases about the same people, taken together.

Everybody who is counted alike in all of them is one unknown number; each shown figure says something about a sum of
these numbers. That one description holds for totals and subtotals, for people in several groups, and for selections
that overlap. The reader is given more than readers have: which combinations of groups occur at all.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from disclosure.breakdowns import People, Place, PublishedBreakdown, Signature, place_words
from disclosure.possible import possible_values
from disclosure.puzzles import Group, Puzzle
from disclosure.rules import FEWEST_POSSIBLE_VALUES, LEAST_HIDDEN_UP_TO


@dataclass(frozen=True, slots=True)
class Release:
    """What is shown of whom. `people` are keyed so that the same person has the same key in each release."""

    name: str
    table: PublishedBreakdown
    people: People


@dataclass(frozen=True, slots=True)
class Exposed:
    """A number of people that could be worked out: of a hidden figure, or of the difference of two."""

    release: str
    place: Place
    other: str = ""

    def __str__(self) -> str:
        if self.other:
            return f"{place_words(self.place)} (the difference from “{self.other}”)"
        return place_words(self.place)


def exposed(new: Release, earlier: Sequence[Release] = ()) -> list[Exposed]:
    """The hidden figures of any of the releases, and differences of two, with fewer than three possible values.

    Raises UncheckedError when that can't be said in time.
    """
    system = _System([new, *earlier])
    asked: dict[Group, list[Exposed]] = {}
    for what, group in [*system.hidden(), *system.differences()]:
        asked.setdefault(group, []).append(what)
    known = possible_values(system.puzzle(), list(asked), enough=FEWEST_POSSIBLE_VALUES)
    return [what for group, all_of_it in asked.items() for what in all_of_it if _tells(known[group], what)]


def _tells(values: set[int], what: Exposed) -> bool:
    if len(values) >= FEWEST_POSSIBLE_VALUES:
        return False
    # A difference of nobody or of very many tells nothing about few people.
    return not what.other or any(1 <= value <= LEAST_HIDDEN_UP_TO for value in values)


@dataclass(frozen=True, slots=True)
class _Figure:
    release: Release
    place: Place
    allowed: range
    group: Group


class _System:
    def __init__(self, releases: Sequence[Release]) -> None:
        self.new, self.earlier = releases[0], releases[1:]
        places = [(release, place, count) for release in releases for place, count in release.table.figures]
        # People who stand at the same places everywhere are one unknown.
        atoms = {self._standing(releases, person) for release in releases for person in release.people}
        kinds: dict[Group, int] = {}
        places_of = self._places_of(releases)
        for standing in sorted(atoms, key=repr):
            kinds.setdefault(places_of(standing), len(kinds))
        members: list[list[int]] = [[] for _ in places]
        for numbers, atom in kinds.items():
            for number in numbers:
                members[number].append(atom)
        self.figures = [
            _Figure(release, place, release.table.rule.possible(count.shown), tuple(members[i]))
            for i, (release, place, count) in enumerate(places)
        ]
        self.kinds = list(kinds)

    @staticmethod
    def _standing(releases: Sequence[Release], person: Hashable) -> tuple[Signature | None, ...]:
        return tuple(release.people.get(person) for release in releases)

    @staticmethod
    def _places_of(releases: Sequence[Release]) -> Callable[[tuple[Signature | None, ...]], Group]:
        """Finds the numbers of the figures that count people who stand so."""
        known: dict[tuple[int, Signature], list[int]] = {}
        starts = list(accumulate((len(release.table.figures) for release in releases), initial=0))

        def of_release(i: int, signature: Signature) -> list[int]:
            if (i, signature) not in known:
                breakdown = releases[i].table.breakdown
                places = enumerate(releases[i].table.figures, starts[i])
                known[i, signature] = [n for n, (place, _) in places if breakdown.holds(place, signature)]
            return known[i, signature]

        def of_standing(standing: tuple[Signature | None, ...]) -> Group:
            return tuple(n for i, each in enumerate(standing) if each is not None for n in of_release(i, each))

        return of_standing

    def puzzle(self) -> Puzzle:
        """One unknown for each kind of people, at most as many as the smallest figure over it allows."""
        most = [min((self.figures[i].allowed[-1] for i in kind), default=0) for kind in self.kinds]
        totals: dict[Group, range] = {}
        for figure in self.figures:
            if figure.group:
                known = totals.get(figure.group, figure.allowed)
                low, high = max(known[0], figure.allowed[0]), min(known[-1], figure.allowed[-1])
                totals[figure.group] = range(low, high + 1)
        return Puzzle(tuple(range(n + 1) for n in most), tuple(totals.items()))

    def hidden(self) -> Iterator[tuple[Exposed, Group]]:
        for figure in self.figures:
            if figure.group and figure.allowed == figure.release.table.rule.possible(None):
                yield Exposed(figure.release.name, figure.place), figure.group

    def differences(self) -> Iterator[tuple[Exposed, Group]]:
        """The same place in two selections of which one holds the other: what is left can be subtracted."""
        mine = {frozenset(f.place): f for f in self.figures if f.release is self.new}
        for other in self.figures:
            figure = mine.get(frozenset(other.place))
            if figure is None or other.release is self.new:
                continue
            for large, small in ((figure, other), (other, figure)):
                rest = set(large.group) - set(small.group)
                near = large.allowed[0] - small.allowed[-1] <= LEAST_HIDDEN_UP_TO if small.group else True
                if small.group and rest and set(small.group) < set(large.group) and near:
                    yield Exposed(self.new.name, figure.place, other.release.name), tuple(sorted(rest))
