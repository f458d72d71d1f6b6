"""Which returns have come, which are late, and which are in dispute."""

from tenants import quarters
from tenants.models import Area
from tenants.programme.board import Board
from tenants.programme.presenters import returns as presenter
from tenants.programme.sections import told
from tenants.programme.sections.base import Built, Section
from tenants.returns import late
from ui.charts import HeatCell, HeatColumn, HeatLevel, HeatMap, HeatRow

SCALE = (
    HeatLevel(late.RECEIVED, "Received", "tick", colour="done"),
    HeatLevel(late.DUE, "Due", "ring", colour="none"),
    HeatLevel(late.LATE, "Late", "diamond", colour="red"),
    HeatLevel(late.IN_DISPUTE, "In dispute", "triangle", colour="amber"),
)
NONE_YET = "No quarter is over yet."
NAMES = {level.key: level.name for level in SCALE}


def build(board: Board) -> Built:
    """A heat map of areas by quarters, and the list. Three queries."""
    found = late.told(board.day)
    if not found:
        return Built(NONE_YET)
    chart = _map(board, found)
    newest = [each for each in found if each.quarter == found[0].quarter]
    sample = any(each.signed is not None and each.signed.is_sample for each in found)
    table = told.table_of(chart, sample=sample)
    tables = (table, presenter.table_of_quarter(newest, board.day))
    return Built(presenter.sentence(newest), charts=(chart,), tables=tables, lead=0)


def lead(board: Board) -> Built:
    """The newest quarter's sentence. Three queries."""
    newest = late.told(board.day, quarter=next(iter(quarters.finished_by(board.day)), None))
    return Built(presenter.sentence(newest) if newest else NONE_YET)


def _map(board: Board, found: list[late.Told]) -> HeatMap:
    shown = sorted({each.quarter for each in found})
    by_place = {(each.area.pk, each.quarter): each for each in found}
    return HeatMap(
        id="returns-by-quarter",
        title="Returns by area and quarter",
        description="Whether each area has signed its return for each quarter.",
        row_heading="Area",
        columns=tuple(HeatColumn(str(quarter), quarter.key) for quarter in shown),
        heat_rows=tuple(_row(area, shown, by_place) for area in board.areas),
        scale=SCALE,
        as_at=board.day,
        source="The areas’ signed returns",
        downloads=board.downloads("returns-by-quarter"),
    )


def _row(area: Area, shown: list[quarters.Quarter], by_place: dict[tuple[int, quarters.Quarter], late.Told]) -> HeatRow:
    cells = []
    for quarter in shown:
        each = by_place[area.pk, quarter]
        version = f"version {each.signed.version}" if each.signed and each.signed.version > 1 else ""
        cells.append(HeatCell(each.state, NAMES[each.state], version))
    return HeatRow(area.short_name, tuple(cells))


SECTION = Section(
    "returns-by-quarter",
    "Returns",
    "Each area signs a return for every quarter. Figures about people come from signed returns alone.",
    build,
    tables=("returns-by-quarter", "returns"),
    build_lead=lead,
)
