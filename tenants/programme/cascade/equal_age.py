"""Implementation cohorts compared at equal age: how many of their sites are live, so many months after they started."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from files.offers import Offers
from files.people import NO_PEOPLE
from files.tables import Table
from tenants.models import ImplementationCohort, SiteMove, Stage
from tenants.months import months_later, whole_months
from tenants.presenters.sites import SOURCE
from tenants.presenters.words import listed
from ui import charts, formats
from ui.charts.lines import OF_EQUALS

STEP_MONTHS = 3
# The first half-year is always shown, so that a young network sees what is to come.
AT_LEAST_MONTHS = 6
MEASURE = (
    "Of the sites that have joined an intake by the day shown, those that were live or further at each age. "
    "Month 0 is the day on which the intake starts; a site that stepped back counts as it stood."
)


@dataclass(frozen=True)
class Point:
    """A cohort at an age: `live` of its `sites`; `live` is None while it is younger than that, or has no sites."""

    on: datetime.date
    live: int | None
    sites: int

    @property
    def share(self) -> Fraction | None:
        """Live or further, of all."""
        return None if self.live is None else Fraction(self.live, self.sites)

    @property
    def words(self) -> str:
        """`3 of 8 (38%)`, or when it will be this old."""
        if self.share is not None:
            return f"{self.live} of {self.sites} ({_percent(self.share)}%)"
        return f"Not before {formats.date(self.on)}" if self.live is None and self.sites != 0 else "No site yet"


@dataclass(frozen=True)
class Line:
    """One cohort, with its points in the order of `Comparison.ages`; its age in whole months, below 0 before it."""

    cohort: ImplementationCohort
    age: int
    points: tuple[Point, ...]

    @property
    def has_started(self) -> bool:
        return self.age >= 0

    @property
    def can_be_compared(self) -> bool:
        """Whether there is a single figure."""
        return any(point.live is not None for point in self.points)


@dataclass(frozen=True)
class Comparison:
    """All cohorts at the same ages, as known on a day."""

    day: datetime.date
    ages: tuple[int, ...]
    lines: tuple[Line, ...]
    is_sample: bool


def compare(cohorts: Sequence[ImplementationCohort], moves: list[SiteMove], day: datetime.date) -> Comparison:
    """The comparison from the moves made by that day (`site_register.moves_by`)."""
    ages = tuple(
        range(0, max([AT_LEAST_MONTHS, *(whole_months(each.starts, day) for each in cohorts)]) + 1, STEP_MONTHS)
    )
    of_cohort: dict[int, dict[int, list[SiteMove]]] = {}
    for move in moves:
        of_cohort.setdefault(move.site.cohort_id, {}).setdefault(move.site_id, []).append(move)
    return Comparison(
        day,
        ages,
        tuple(_line(cohort, of_cohort.get(cohort.pk, {}), ages, day) for cohort in cohorts),
        any(move.site.is_sample for move in moves),
    )


def sentences(found: Comparison) -> list[str]:
    """How old the intakes are that aren't as old as the oldest, and which have not started."""
    told = []
    for line in found.lines:
        if line.has_started and line.age < found.ages[-1]:
            following = next(age for age in found.ages if age > line.age)
            on = formats.date(months_later(line.cohort.starts, following))
            told.append(f"{line.cohort} is {_months(line.age)} old. It reaches month {following} on {on}.")
    if to_come := [str(line.cohort.number) for line in found.lines if not line.has_started]:
        which = "Implementation cohort" if len(to_come) == 1 else "Implementation cohorts"
        have = "has" if len(to_come) == 1 else "have"
        told.append(f"{which} {listed(to_come)} {have} not started, so there is nothing to compare yet.")
    return told


def chart(found: Comparison, downloads: Offers) -> charts.LineChart:
    """One line for each cohort that has a figure, in per cent."""
    lines = [line for line in found.lines if line.can_be_compared]
    return charts.LineChart(
        id="equal-age-lines",
        title="Sites that are live or further, in per cent of the intake’s sites",
        description=_description(lines, found.ages),
        category="Age",
        labels=tuple(f"Month {age}" for age in found.ages),
        series=tuple(
            charts.Series(
                str(line.cohort),
                tuple(None if point.share is None else _percent(point.share) for point in line.points),
                OF_EQUALS[(line.cohort.number - 1) % len(OF_EQUALS)],
                shown=tuple(point.words for point in line.points),
            )
            for line in lines
        ),
        as_at=found.day,
        source=SOURCE,
        downloads=downloads,
    )


def table(found: Comparison) -> Table:
    """Columns: age in months, then for each cohort so many of so many sites."""
    return Table(
        key="equal-age",
        caption="Live or further, at equal age",
        head=("Months since the start", *(str(line.cohort) for line in found.lines)),
        rows=tuple([age, *(line.points[place].words for line in found.lines)] for place, age in enumerate(found.ages)),
        as_at=found.day,
        source=SOURCE,
        note=MEASURE,
        people=NO_PEOPLE,
        sample=found.is_sample,
    )


def _line(
    cohort: ImplementationCohort, sites: dict[int, list[SiteMove]], ages: tuple[int, ...], day: datetime.date
) -> Line:
    points = []
    for age in ages:
        on = months_later(cohort.starts, age)
        is_known = on <= day and bool(sites)
        live = sum(_was_live(moves, on) for moves in sites.values()) if is_known else None
        # Before its day a cohort without sites may still get some: then the day is told, not the lack of sites.
        points.append(Point(on, live, len(sites) if on <= day else max(len(sites), 1)))
    return Line(cohort, whole_months(cohort.starts, day), tuple(points))


def _was_live(moves: list[SiteMove], on: datetime.date) -> bool:
    stage = None
    for move in moves:
        if move.on <= on:
            stage = move.to_stage
    return stage is not None and stage >= Stage.LIVE


def _description(lines: list[Line], ages: tuple[int, ...]) -> str:
    parts = []
    for line in lines:
        place, point = [(age, point) for age, point in zip(ages, line.points, strict=True) if point.live is not None][
            -1
        ]
        parts.append(f"{line.cohort}: {point.words} at month {place}")
    return f"{'; '.join(parts)}." if parts else "No intake has a figure yet."


def _percent(share: Fraction) -> int:
    """Whole per cent, halves up."""
    return int(share * 100 + Fraction(1, 2))


def _months(number: int) -> str:
    if number == 0:
        return "less than a month"
    return "1 month" if number == 1 else f"{number} months"
