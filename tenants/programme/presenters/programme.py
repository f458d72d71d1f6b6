"""The programme's own dates and promises."""

import datetime
from collections.abc import Sequence

from files.offers import Offers
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tenants import groups
from tenants.models import ImplementationCohort, NationalMilestone
from tenants.months import months_later
from tenants.presenters import sources
from tenants.presenters.sites import SOURCE
from tenants.programme.cascade import cohorts
from tenants.programme.queries import Snapshot
from tenants.site_register import Register
from ui import formats
from ui.charts import Timeline, TimelineEntry

# The last intake runs for half a year like the others.
INTAKE_MONTHS = 6


def milestone_timeline(board: Snapshot, today: datetime.date, downloads: Offers) -> Timeline:
    """The national milestones in order of their dates, with today among them."""
    told = _told(board, "milestones.csv")
    return Timeline(
        id="national-milestones",
        title="National milestones",
        description=_next_words(board, today),
        entries=tuple(
            TimelineEntry(
                label=milestone.activity,
                start=milestone.due,
                detail=milestone.deliverable,
                when=due_words(milestone),
            )
            for milestone in board.milestones
        ),
        today=today,
        as_at=told.as_at,
        source=told.source,
        downloads=downloads,
    )


def milestones_table(board: Snapshot) -> Table:
    """Columns: activity, deliverable, due, how exact, stage."""
    told = _told(board, "milestones.csv")
    return Table(
        key="milestones",
        caption="National milestones",
        head=("Activity", "What is to be in place", "Due", "How exact", "Stage"),
        rows=tuple(
            [item.activity, item.deliverable, item.due, item.get_precision_display(), item.stage]
            for item in board.milestones
        ),
        as_at=told.as_at,
        source=told.source,
        note="Where the source gives a month, the month's last day stands. The prospectus prints January 2014 for the "
        "project lead; the summary has January 2015, which is kept. The summary also says live in April 2017; "
        "annex two has April 2016, which is kept.",
    )


def cohort_timeline(board: Snapshot, register: Register, downloads: Offers) -> Timeline:
    """The half-yearly intakes in time, each with how far its sites have come."""
    told = _told(board, "implementation_cohorts.csv")
    return Timeline(
        id="implementation-cohorts",
        title="Implementation cohorts",
        description="An implementation cohort is a half-yearly intake of sites. Earlier intakes mentor later ones.",
        entries=tuple(
            TimelineEntry(
                label=f"Implementation cohort {cohort.number}",
                start=cohort.starts,
                end=end,
                detail=cohort.note[:1].upper() + cohort.note[1:],
                when=f"Starts {formats.date(cohort.starts)}",
                stages=cohorts.stages(register, cohort),
            )
            for cohort, end in intakes(board.cohorts)
        ),
        today=register.day,
        as_at=register.day,
        source=f"intakes: {told.source}; sites: {SOURCE}",
        downloads=downloads,
    )


def intakes(cohorts: Sequence[ImplementationCohort]) -> list[tuple[ImplementationCohort, datetime.date]]:
    """Each intake with its last day: the day before the next one starts."""
    starts = [cohort.starts for cohort in cohorts]
    following = [*starts[1:], *(months_later(last, INTAKE_MONTHS) for last in starts[-1:])]
    return [(cohort, day - datetime.timedelta(days=1)) for cohort, day in zip(cohorts, following, strict=True)]


def cohorts_table(board: Snapshot) -> Table:
    """Columns: number, starts, note."""
    told = _told(board, "implementation_cohorts.csv")
    return Table(
        key="implementation-cohorts",
        caption="Implementation cohorts",
        head=(numeric("Implementation cohort"), "Starts", "Note"),
        rows=tuple([item.number, item.starts, item.note] for item in board.cohorts),
        people=NO_PEOPLE,
        as_at=told.as_at,
        source=told.source,
    )


def promises_table(board: Snapshot) -> Table:
    """Columns: promise, target, by."""
    told = _told(board, "targets.csv")
    return Table(
        key="promises",
        caption="What the network promised",
        head=("Promise", numeric("Target"), "By"),
        rows=tuple(
            [
                item.statement[:1].upper() + item.statement[1:],
                item.target_words or "No number given",
                item.by,
            ]
            for item in board.promises
        ),
        as_at=told.as_at,
        people=NO_PEOPLE,
        source=told.source,
    )


def sites_table(board: Snapshot) -> Table:
    """Columns: group, sites reported to date."""
    rows = [[group.name, board.sites[group.key].sites] for group in groups.GROUPS if group.key in board.sites]
    if rows:
        rows.append(["All groups", sum(row[1] for row in rows)])
    first = next(iter(board.sites.values()), None)
    return Table(
        key="sites",
        caption="Sites reported",
        head=("Group", numeric("Sites")),
        rows=tuple(rows),
        as_at=first.as_at if first else None,
        people=NO_PEOPLE,
        source=first.source if first else "",
    )


def due_words(milestone: NationalMilestone) -> str:
    """`19 September 2014`, or `By the end of January 2015` where the source gives a month."""
    if milestone.precision == NationalMilestone.Precision.DAY:
        return formats.date(milestone.due)
    return f"By the end of {milestone.due:%B %Y}"


def next_milestone(board: Snapshot, today: datetime.date) -> NationalMilestone | None:
    """The first milestone that is not yet due."""
    return next((item for item in board.milestones if item.due >= today), None)


def _next_words(board: Snapshot, today: datetime.date) -> str:
    upcoming = next_milestone(board, today)
    passed = sum(item.due < today for item in board.milestones)
    words = f"{passed} of {len(board.milestones)} dates have passed."
    if upcoming:
        words += f" Next: {upcoming.activity[0].lower()}{upcoming.activity[1:]}, {_lower(due_words(upcoming))}."
    return words


def _lower(words: str) -> str:
    return words[0].lower() + words[1:] if words.startswith("By") else words


def _told(board: Snapshot, file: str) -> sources.Told:
    return sources.of_file(file, board.loaded) or sources.Told(None, sources.FROM_THE_FOLDER)
