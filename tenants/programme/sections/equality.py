"""Who is reached, where areas have looked at equality, and how many say that they were refused."""

import datetime
from typing import Any

from files.people import NO_PEOPLE, hidden_by
from files.tables import Table, numeric
from tenants import groups, quarters
from tenants.programme.board import Board
from tenants.programme.sections import latest, told
from tenants.programme.sections.base import Built, Section
from tenants.returns import board_tables
from tenants.returns.models import PublishedAssessment
from tenants.returns.queries import latest_as_at
from tenants.returns.release.units import cells_of
from tenants.returns.shape import EQUALITY

NOT_SHOWN = "Left out"
PLAN = "plan"
CELLS = [key for table, _, _ in EQUALITY for key in cells_of(table)]


def build(board: Board) -> Built:
    """Three tables: uptake by characteristic, assessments by area and group, refusals of the newest quarter."""
    rows = _published(board)
    tables = (_reached(board), _assessments(board, rows), _refusals(board))
    return Built(_words(board, rows), tables=tuple(table for table in tables if table is not None))


def lead(board: Board) -> Built:
    """The words alone. One query."""
    return Built(_words(board, _published(board)))


def _published(board: Board) -> list[PublishedAssessment]:
    return list(latest_as_at(PublishedAssessment, board.day, "subject", "group", "finance_cohort"))


def _words(board: Board, rows: list[PublishedAssessment]) -> str:
    agreed = sum(row.state == "agreed" and row.subject == PLAN for row in rows)
    late = sum(bool(row.review_on and row.review_on < board.day) for row in rows)
    words = f"{agreed} of {len(board.areas) * len(groups.GROUPS)} plans have an agreed equality impact assessment"
    return f"{words}; {late} are due to be looked at again." if late else f"{words}."


def _reached(board: Board) -> Table | None:
    quarter = latest.complete_quarter(board) or board.figures.latest
    if quarter is None:
        return None
    rows = [
        [
            each.characteristic,
            each.name,
            _or_left_out(each.eligible),
            _or_left_out(each.uptake),
            _or_left_out(each.share),
        ]
        for each in board_tables.reached(board.figures, quarter)
    ]
    sample = board.figures.is_sample(quarter)
    return Table(
        key="reached",
        caption=f"Who is reached, {quarter}",
        head=("Characteristic", "Who", numeric("Eligible"), numeric("With a budget"), numeric("Share reached")),
        rows=tuple(rows),
        as_at=quarter.last_day,
        source=told.with_sample(latest.RETURNS, sample),
        people=hidden_by(),
        note="As far as it is known. The share is worked out from the rounded figures that are shown. "
        f"{latest.left_out_words(board, [quarter], CELLS, areas=False)}".strip(),
        sample=sample,
    )


def _or_left_out(figure: Any) -> Any:
    return NOT_SHOWN if figure is None else figure


def _assessments(board: Board, rows: list[PublishedAssessment]) -> Table:
    found = {(row.area_id, row.group): row for row in rows if row.subject == PLAN}
    return Table(
        key="equality-assessments",
        caption="Equality impact assessments of plans",
        head=("Area", *(group.short_name for group in groups.GROUPS)),
        rows=tuple(
            [area.short_name, *(_state(found.get((area.pk, group.key)), board.day) for group in groups.GROUPS)]
            for area in board.areas
        ),
        as_at=told.newest(rows) or board.day,
        source=told.source(rows),
        people=NO_PEOPLE,
        sample=told.any_sample(rows),
    )


def _state(row: PublishedAssessment | None, day: datetime.date) -> str:
    if row is None:
        return "None yet"
    if row.state != "agreed":
        return "Being written"
    return "Due to be looked at again" if row.review_on and row.review_on < day else "Agreed"


def _refusals(board: Board) -> Table | None:
    quarter = quarters.of(board.day)
    shown = board_tables.refusals(quarter, board.day, board.areas)
    if shown is None:
        return None
    lines = [[name, *("" if count is None else count for count in counts)] for name, counts in shown.lines()]
    return Table(
        key="refusals",
        caption=f"People who say that they asked and were refused, {quarter}",
        head=("Area", *(numeric(name) for name in shown.header)),
        rows=tuple(lines),
        as_at=board.day,
        source="The public pages of “Your turn”",
        people=hidden_by(shown.rule),
        note="Anybody can say so there. Each is dealt with by the lead of the area.",
        sample=board_tables.has_sample_refusals(quarter, board.day),
    )


SECTION = Section(
    "equality",
    "Who is reached, and who is not",
    "Uptake by sex, age, ethnicity, disability, deprivation and rurality; assessments; refusals that people report.",
    build,
    tables=("reached", "equality-assessments", "refusals"),
    build_lead=lead,
)
