"""The national milestones: how each area stands with each, and the timetable itself."""

from collections import Counter

from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tenants import help_requests
from tenants.models import NationalMilestone
from tenants.programme.board import Board
from tenants.programme.milestone_status import MilestoneStatuses, Standing, statuses
from tenants.programme.presenters import programme
from tenants.programme.sections import told
from tenants.programme.sections.base import Built, Section
from tenants.rollout import rag
from ui import formats
from ui.charts import HeatCell, HeatColumn, HeatLevel, HeatMap, HeatRow

SCALE = (
    HeatLevel(rag.DONE, "Done", "tick"),
    HeatLevel(rag.GREEN, "Green", "circle"),
    HeatLevel(rag.AMBER, "Amber", "triangle"),
    HeatLevel(rag.RED, "Red", "diamond"),
)
NEEDS_HELP = (rag.RED, rag.AMBER)
SOURCE = "What the areas published of each milestone; where an area has said nothing, the national dates alone"


def build(board: Board) -> Built:
    """The heat map of areas by milestones, and the national timetable. One query more than the snapshot's."""
    milestones = board.snapshot.milestones
    timeline = programme.milestone_timeline(board.snapshot, board.day, board.downloads("milestones"))
    timetable = programme.milestones_table(board.snapshot)
    if not milestones:
        return Built("", charts=(timeline,), tables=(timetable,))
    found = statuses(board.day, board.areas, milestones)
    chart = heat_map(board, found)
    table = told.table_of(chart, sample=told.any_sample(found.said))
    tables = (_counts(board, found), table, timetable)
    return Built(_words(board, found), charts=(chart, timeline), tables=tables, lead=0, lead_tables=1)


def lead(board: Board) -> Built:
    """The words and the counts of each area. One query more than the snapshot's."""
    if not board.snapshot.milestones:
        return build(board)
    found = statuses(board.day, board.areas, board.snapshot.milestones)
    return Built(_words(board, found), tables=(_counts(board, found),), lead=0, lead_tables=1)


def _counts(board: Board, found: MilestoneStatuses) -> Table:
    """Columns: area, then its milestones of the national set by status."""
    colours = [level.key for level in reversed(SCALE)]
    count = Counter((standing.area.pk, standing.status.colour) for standing in found.national.values())
    return Table(
        key="milestones-counts",
        caption="National milestones by area and status",
        head=("Area", *(numeric(level.name) for level in reversed(SCALE))),
        rows=tuple([area.short_name, *(count[area.pk, colour] for colour in colours)] for area in board.areas),
        as_at=board.day,
        source=told.source(found.said, SOURCE),
        people=NO_PEOPLE,
        sample=told.any_sample(found.said),
    )


def heat_map(board: Board, found: MilestoneStatuses) -> HeatMap:
    """Areas down, milestones across by their due date; a red or amber cell leads to asking for help."""
    milestones = board.snapshot.milestones
    return HeatMap(
        id="milestones-by-area",
        title="Milestones by area",
        description=_words(board, found),
        row_heading="Area",
        columns=tuple(HeatColumn(each.activity, each.activity, formats.month(each.due)) for each in milestones),
        heat_rows=tuple(
            HeatRow(area.short_name, tuple(_cell(found.of(area, each), each) for each in milestones))
            for area in board.areas
        ),
        scale=SCALE,
        as_at=board.day,
        source=told.source(found.said, SOURCE),
        downloads=board.downloads("milestones-by-area"),
    )


def _cell(standing: Standing, milestone: NationalMilestone) -> HeatCell:
    status = standing.status
    words = next(level.name for level in SCALE if level.key == status.colour)
    detail = f"{standing.slip_days} days late" if standing.slip_days > 0 else ""
    if status.is_overridden:
        detail = "set by hand"
    topic = milestone.activity if status.colour in NEEDS_HELP else ""
    return HeatCell(
        status.colour, words, detail, href=help_requests.address(topic, "", standing.area) if topic else None
    )


def _words(board: Board, found: MilestoneStatuses) -> str:
    count = Counter(standing.status.colour for standing in found.national.values())
    late = Counter(
        standing.area.short_name for standing in found.national.values() if standing.status.colour == rag.RED
    )
    words = (
        f"Of {len(found.national)} milestones in {len(board.areas)} areas, {count[rag.DONE]} are done, "
        f"{count[rag.GREEN]} green, {count[rag.AMBER]} amber and {count[rag.RED]} red."
    )
    if not late:
        return words
    most = max(late.values())
    named = [name for name, number in late.items() if number == most]
    return f"{words} Most red: {', '.join(named[:3])}{' and others' if len(named) > 3 else ''} ({most})."


SECTION = Section(
    "milestones",
    "Milestones",
    "Red is overdue or forecast more than 28 days late; amber is a little late, or due soon with no evidence yet.",
    build,
    tables=("milestones-counts", "milestones-by-area", "milestones"),
    build_lead=lead,
)
