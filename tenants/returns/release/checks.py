"""Which hidden figures could be worked out from all that is shown together."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from disclosure.possible import Tables, possible_values, unproven
from disclosure.puzzles import Group, Puzzle, UncheckedError
from disclosure.rules import FEWEST_POSSIBLE_VALUES
from disclosure.work import Work
from tenants.returns.release.reader import Name, Reader
from tenants.returns.release.shown import QuarterShown
from tenants.returns.release.units import SHOWABLE

# More areas than this are looked at in parts, the others of each part being given to the reader exactly.
AREAS_IN_ONE_CHECK = 12
# So few that are left over are each put to the solver.
FEW = 8
# Steps of the solver's search for one answer, and for one where an unanswered question may count as exposed. No clock:
# what is released must not depend on how busy a machine is.
WORK, WORK_FOR_FEW = Work(nodes=20_000), Work(nodes=500)
NETWORK = ""

# Tables that fitted a puzzle, by the names of its unknown numbers. Whoever asks about a quarter in several ways keeps
# them: what fitted when more was shown fits when less is.
Seen = dict[tuple[Name, ...], Tables]


@dataclass(frozen=True)
class Exposed:
    """A hidden figure with fewer than three possible values. `where`: an area's slug, or "" for a network total."""

    quarter: str
    where: str
    key: str


def exposed(
    now: QuarterShown,
    following: QuarterShown | None = None,
    *,
    only: Iterable[Exposed] | None = None,
    is_exact: bool = False,
    seen: Seen | None = None,
) -> list[Exposed]:
    """The hidden figures of `now` that could be worked out, or that weren't proved to be safe.

    `only` these are asked about, where they are named. `is_exact`: each is put to the solver, so that the answer is
    not on the safe side but right. `seen`: tables of earlier questions. Raises UncheckedError when it would take more
    work than can be spent, which is the same on every machine.
    """
    seen = {} if seen is None else seen
    asked = None if only is None else {each for each in only if each.quarter == now.quarter.key}
    if asked is not None and not asked:
        return []
    return [each for part in _in_parts(now) for each in _exposed(now, following, part, asked, is_exact, seen)]


def _in_parts(now: QuarterShown) -> Iterator[list[str]]:
    slugs = sorted(now.areas)
    for start in range(0, len(slugs), AREAS_IN_ONE_CHECK):
        yield slugs[start : start + AREAS_IN_ONE_CHECK]


def _exposed(
    now: QuarterShown,
    following: QuarterShown | None,
    slugs: Sequence[str],
    asked: set[Exposed] | None,
    is_exact: bool,
    seen: Seen,
) -> list[Exposed]:
    reader = Reader(now, following, slugs)
    questions: dict[Group, list[Exposed]] = {}
    for each, members in _questions(now, slugs):
        if asked is None or each in asked:
            questions.setdefault(reader.group(each.key, members), []).append(each)
    # Nothing open behind a figure of these areas: for a network total, its people are in another part.
    questions.pop((), None)
    puzzle, groups = reader.puzzle(), list(questions)
    if not groups:
        return []
    tables = seen.setdefault(reader.names, [])
    if is_exact:
        left = _solved(puzzle, groups, WORK, tables)
    else:
        left = unproven(puzzle, groups, FEWEST_POSSIBLE_VALUES, WORK_FOR_FEW, tables)
        if len(left) <= FEW:
            # Not settled with this work, they count as exposed.
            with suppress(UncheckedError):
                left = _solved(puzzle, left, WORK_FOR_FEW, tables)
    return [each for group in left for each in questions[group]]


def _solved(puzzle: Puzzle, groups: list[Group], work: Work, tables: Tables) -> list[Group]:
    """Those that have too few possible values indeed."""
    found = possible_values(puzzle, groups, FEWEST_POSSIBLE_VALUES, work, tables)
    return [group for group in groups if len(found[group]) < FEWEST_POSSIBLE_VALUES]


def _questions(now: QuarterShown, slugs: Sequence[str]) -> Iterator[tuple[Exposed, list[str]]]:
    """Every figure that stands for 1 to 7 people, shown as a star or left out, and the areas behind it."""
    name = now.quarter.key
    for slug in slugs:
        area = now.areas[slug]
        yield from ((Exposed(name, slug, key), [slug]) for key in SHOWABLE if area.is_small(key))
    for total in now.totals:
        members = [slug for slug in slugs if slug in total.slugs]
        yield from ((Exposed(name, NETWORK, key), members) for key, shown in total.shown.items() if shown is None)
