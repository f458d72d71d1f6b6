"""Planned numbers as they are typed, kept and published: {measure: {group: {quarter: people}}}."""

from collections.abc import Mapping, Sequence

from tenants import quarters
from tenants.models import ImplementationCohort, Promise
from tenants.quarters import Quarter
from tenants.returns.shape import GROUPS_AND_NONE
from tenants.rollout.models import TrajectoryPoint

Lines = dict[str, dict[str, int]]
Points = dict[str, Lines]
MEASURES = dict(TrajectoryPoint.Measure.choices)
SLUGS = {"health-budgets": "phb", "integrated-budgets": "ipb", "plans": "pcsp"}  # of addresses
SLUG_OF = {measure: slug for slug, measure in SLUGS.items()}
LINES = dict(GROUPS_AND_NONE)
SHORTEST, LONGEST = 4, 24  # quarters in a table to fill in
FIRST = Quarter(2015, 1)


def span() -> list[Quarter]:
    """The quarters to be planned: from the first implementation cohort's to the last promise's. Two queries."""
    first = ImplementationCohort.objects.order_by("starts").first()
    last = Promise.objects.order_by("-by").first()
    found = [quarters.of(first.starts) if first else FIRST]
    end = quarters.of(last.by) if last else found[0]
    while len(found) < SHORTEST or (found[-1] < end and len(found) < LONGEST):
        found.append(found[-1].next)
    return found


def total(points: Points, measure: str, quarter: Quarter) -> int | None:
    """Everybody planned for a quarter's end; None where no group has a number."""
    found = [number for line in points.get(measure, {}).values() if (number := line.get(quarter.key)) is not None]
    return sum(found) if found else None


def last_planned(points: Points, measure: str) -> tuple[Quarter, int] | None:
    """The last quarter with a number, and its total."""
    keys = {key for line in points.get(measure, {}).values() for key in line}
    last = quarters.parse(max(keys)) if keys else None
    number = total(points, measure, last) if last else None
    return (last, number) if last is not None and number is not None else None


def differences(before: Points, after: Points) -> list[tuple[str, str, Quarter, int | None, int | None]]:
    """(measure, group, quarter, before, after) for each number that differs, in the tables' order."""
    found = []
    for measure in MEASURES:
        for group in LINES:
            old, new = before.get(measure, {}).get(group, {}), after.get(measure, {}).get(group, {})
            for key in sorted(set(old) | set(new)):
                quarter = quarters.parse(key)
                if quarter is not None and old.get(key) != new.get(key):
                    found.append((measure, group, quarter, old.get(key), new.get(key)))
    return found


def with_the_rest(before: Points, measure: str, lines: Lines, asked: Sequence[Quarter]) -> Lines:
    """What was typed, beside what stands for quarters that were not asked for: nobody has taken these away."""
    keys = {quarter.key for quarter in asked}
    stays = {
        group: {key: number for key, number in line.items() if key not in keys}
        for group, line in before.get(measure, {}).items()
    }
    return {group: stays.get(group, {}) | lines.get(group, {}) for group in LINES}


def without_empty(points: Mapping[str, Mapping[str, Mapping[str, int]]]) -> Points:
    """The same without groups and measures that have no number, so that equal plans are equal."""
    found = {measure: {group: dict(line) for group, line in lines.items() if line} for measure, lines in points.items()}
    return {measure: lines for measure, lines in found.items() if lines}
