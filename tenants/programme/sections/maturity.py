"""How far each area's way of working has come: service components on four levels, and the ten key actions."""

from collections import defaultdict

from tenants.frameworks import COMPONENTS, KEY_ACTIONS
from tenants.programme.board import Board
from tenants.programme.sections import told
from tenants.programme.sections.base import Built, Section
from tenants.returns.models import PublishedKeyAction, PublishedMaturity
from tenants.returns.queries import latest_as_at
from ui import formats
from ui.charts import HeatCell, HeatColumn, HeatLevel, HeatMap, HeatRow

NOT_SAID = "Not said"
LEVELS = (
    HeatLevel(1, "1: Not started", "step-1"),
    HeatLevel(2, "2: Being set up", "step-2"),
    HeatLevel(3, "3: In use with some people", "step-3"),
    HeatLevel(4, "4: The usual way", "step-4"),
    HeatLevel("none", NOT_SAID, "dash"),
)
STATES = (
    HeatLevel("done", "Done", "tick"),
    HeatLevel("green", "Under way", "circle"),
    HeatLevel("amber", "Under way, past its date", "triangle"),
    HeatLevel("1", "Not started", "ring"),
    HeatLevel("none", NOT_SAID, "dash"),
)


def build(board: Board) -> Built:
    """The two heat maps with their tables. Two queries."""
    levels = _levels(board)
    actions = {(row.area_id, row.number): row for row in latest_as_at(PublishedKeyAction, board.day, "number")}
    if not levels and not actions:
        return _nobody()
    components, key_actions = _components(board, levels), _actions(board, actions)
    tables = (
        told.table_of(components, sample=told.any_sample(levels.values())),
        told.table_of(key_actions, sample=told.any_sample(actions.values())),
    )
    return Built(_words(board, levels), charts=(components, key_actions), tables=tables, lead=0)


def lead(board: Board) -> Built:
    """The words alone. Two queries."""
    levels, has_actions = _levels(board), PublishedKeyAction.objects.filter(as_at__lte=board.day).exists()
    return Built(_words(board, levels)) if levels or has_actions else _nobody()


def _levels(board: Board) -> dict[tuple[int, str], PublishedMaturity]:
    rows = latest_as_at(PublishedMaturity, board.day, "component")
    return {(row.area_id, row.component): row for row in rows}


def _nobody() -> Built:
    return Built("No area has said yet how far it has come.", empty="Each area assesses itself under Roll-out.")


def _words(board: Board, levels: dict[tuple[int, str], PublishedMaturity]) -> str:
    by_component = defaultdict(int)
    for row in levels.values():
        by_component[row.component] += row.level >= 3
    if not by_component:
        return "No area has assessed its service components yet."
    best = max(COMPONENTS, key=lambda component: by_component[component.key])
    said = len({area for area, _ in levels})
    return (
        f"{said} of {len(board.areas)} areas have assessed their service components. Furthest is {best.key}, "
        f"{best.name[0].lower()}{best.name[1:]}: in use in {by_component[best.key]} areas."
    )


def _components(board: Board, levels: dict[tuple[int, str], PublishedMaturity]) -> HeatMap:
    rows = []
    for area in board.areas:
        found = [levels.get((area.pk, component.key)) for component in COMPONENTS]
        cells = tuple(HeatCell(row.level, str(row.level)) if row else HeatCell("none", NOT_SAID) for row in found)
        rows.append(HeatRow(area.short_name, cells))
    return HeatMap(
        id="maturity",
        title="Service components by area",
        description="Each of the ten service components of the emerging framework, on four levels.",
        row_heading="Area",
        columns=tuple(HeatColumn(component.key, component.key, component.name) for component in COMPONENTS),
        heat_rows=tuple(rows),
        scale=LEVELS,
        as_at=told.newest(levels.values()),
        source=told.source(levels.values()),
        downloads=board.downloads("maturity"),
    )


def _actions(board: Board, actions: dict[tuple[int, int], PublishedKeyAction]) -> HeatMap:
    rows = []
    for area in board.areas:
        cells = tuple(_action_cell(actions.get((area.pk, number)), board) for number in range(1, len(KEY_ACTIONS) + 1))
        rows.append(HeatRow(area.short_name, cells))
    return HeatMap(
        id="key-actions",
        title="Ten key actions by area",
        description="The ten key finance, commissioning and contracting actions of the handbook.",
        row_heading="Area",
        columns=tuple(
            HeatColumn(str(number), f"Action {number}", words) for number, words in enumerate(KEY_ACTIONS, 1)
        ),
        heat_rows=tuple(rows),
        scale=STATES,
        as_at=told.newest(actions.values()),
        source=told.source(actions.values()),
        downloads=board.downloads("key-actions"),
    )


def _action_cell(row: PublishedKeyAction | None, board: Board) -> HeatCell:
    if row is None:
        return HeatCell("none", NOT_SAID)
    if row.state == "done":
        return HeatCell("done", "Done", formats.month(row.done_on) if row.done_on else "")
    by = f"by {formats.month(row.planned_by)}" if row.planned_by else ""
    share = f"{row.share_done}%" if row.share_done is not None else ""
    if row.planned_by and row.planned_by < board.day:
        return HeatCell("amber", share or "Late", by)
    return HeatCell("green" if row.state == "under_way" else "1", share or _short(row.state), by)


def _short(state: str) -> str:
    return "Under way" if state == "under_way" else "Not started"


SECTION = Section(
    "maturity",
    "How far ways of working have come",
    "Ten service components (1A to 5B) and ten key actions, as each area assesses itself.",
    build,
    tables=("maturity", "key-actions"),
    build_lead=lead,
)
