"""Where each area stands with what the application promised, and which dates people have been given."""

from files.people import NO_PEOPLE
from files.tables import Table
from tenants import groups
from tenants.programme.board import Board
from tenants.programme.presenters import programme
from tenants.programme.sections import told
from tenants.programme.sections.base import Built, Section
from tenants.returns import ask_dates
from tenants.returns.models import PublishedPromise
from tenants.returns.queries import latest_as_at
from ui import formats
from ui.charts import HeatCell, HeatColumn, HeatLevel, HeatMap, HeatRow

SCALE = (
    HeatLevel("done", "Kept", "tick"),
    HeatLevel("green", "On course", "circle"),
    HeatLevel("amber", "At risk", "triangle"),
    HeatLevel("red", "Missed", "cross"),
    HeatLevel("1", "Not started", "ring"),
    HeatLevel("none", "Not said", "dash"),
)
LEVEL_OF = {"kept": "done", "on_course": "green", "at_risk": "amber", "missed": "red", "not_started": "1"}
SHORT = {
    "phb_chc": "Budgets, continuing healthcare",
    "phb_other": "Budgets, others",
    "plans_ltc": "Plans for long-term conditions",
    "ib_children": "Budgets for children",
    "dates_ld": "Date, learning disability",
    "dates_mh": "Date, mental health",
    "cohorts": "Five cohorts",
    "commissioning_share": "2% of money",
}


def build(board: Board) -> Built:
    """The heat map, the promises themselves, and the dates that people have been given. One query."""
    found = {(row.area_id, row.key): row for row in latest_as_at(PublishedPromise, board.day, "key")}
    promises = programme.promises_table(board.snapshot)
    dates = dates_table(board)
    if not found:
        return Built(_dates_words(board), tables=(promises, dates))
    chart = _map(board, found)
    table = told.table_of(chart, sample=told.any_sample(found.values()))
    return Built(f"{_words(found)} {_dates_words(board)}", charts=(chart,), tables=(promises, table, dates), lead=0)


def lead(board: Board) -> Built:
    """The words alone. One query."""
    found = {(row.area_id, row.key): row for row in latest_as_at(PublishedPromise, board.day, "key")}
    return Built(f"{_words(found)} {_dates_words(board)}" if found else _dates_words(board))


def _words(found: dict[tuple[int, str], PublishedPromise]) -> str:
    kept = sum(row.status == "kept" for row in found.values())
    behind = sum(row.status in ("at_risk", "missed") for row in found.values())
    return (
        f"Areas say that they have kept {kept} of {len(found)} promises that they report on, and {behind} are behind."
    )


def _map(board: Board, found: dict[tuple[int, str], PublishedPromise]) -> HeatMap:
    promises = board.snapshot.promises
    rows = tuple(
        HeatRow(area.short_name, tuple(_cell(found.get((area.pk, promise.key))) for promise in promises))
        for area in board.areas
    )
    columns = tuple(
        HeatColumn(_name(promise), SHORT.get(promise.key, promise.key), f"by {formats.month(promise.by)}")
        for promise in promises
    )
    return HeatMap(
        id="promises-by-area",
        title="Promises by area",
        description="Where each area says that it stands with each promise of the application.",
        row_heading="Area",
        columns=columns,
        heat_rows=rows,
        scale=SCALE,
        as_at=told.newest(found.values()),
        source=told.source(found.values()),
        downloads=board.downloads("promises-by-area"),
    )


def _name(promise: object) -> str:
    key = getattr(promise, "key", "")
    return SHORT.get(key, str(promise)[:40])


def _cell(row: PublishedPromise | None) -> HeatCell:
    if row is None:
        return HeatCell("none", "Not said")
    level = LEVEL_OF[row.status]
    return HeatCell(level, next(step.name for step in SCALE if step.key == level))


def _dates_words(board: Board) -> str:
    known = {promise.key for promise in board.snapshot.promises}
    parts = [
        f"{owed.published} of {owed.asked} for {groups.BY_KEY[owed.group].short_name.lower()}"
        for owed in ask_dates.standing(board.areas, board.snapshot.plans, board.day)
        if owed.promise in known
    ]
    if not parts:
        return ""
    return f"Areas that have not made a group their first, and have published a date: {' and '.join(parts)}."


def dates_table(board: Board) -> Table:
    """Columns: area, then for each dated group the day from which people can ask."""
    kept = [groups.BY_KEY[group] for group in ask_dates.PROMISES]
    rows = []
    for area in board.areas:
        cells = []
        for group in kept:
            plan = board.snapshot.plans.get((area.pk, group.key))
            first = board.snapshot.phase(area, group.key) == ask_dates.FIRST_PRIORITY
            cells.append((plan and plan.ask_from) or ("First priority" if first else "No date yet"))
        rows.append([area.short_name, *cells])
    plans = board.snapshot.plans.values()
    return Table(
        key="dates",
        caption="From when people can ask",
        head=("Area", *(group.short_name for group in kept)),
        rows=tuple(rows),
        as_at=told.newest(plans),
        source=told.source(plans, "The areas’ published plans"),
        people=NO_PEOPLE,
        sample=told.any_sample(plans),
        note="The application promised a published date in every area that has not made the group a first priority.",
    )


SECTION = Section(
    "promises",
    "What was promised",
    "The application’s promises, and where each area stands with them.",
    build,
    tables=("promises", "promises-by-area", "dates"),
    build_lead=lead,
)
