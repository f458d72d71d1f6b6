"""What the areas work on together, with what was done and late by the day."""

from tenants.programme.board import Board
from tenants.programme.sections.base import Built, Section
from tenants.programme.workstreams import presenters, queries


def build(board: Board) -> Built:
    """Workstreams, and their outputs where there are any. Two queries."""
    rows = queries.workstreams()
    if not rows:
        return Built("", empty="The network’s workstreams are listed here once there are any.")
    tables = (presenters.table(rows, board.day), presenters.outputs_table(rows, board.day))
    return Built(presenters.sentence(rows, board.day), tables=tuple(table for table in tables if table.rows))


SECTION = Section(
    "workstreams",
    "Workstreams",
    "What the areas work on together, each with its owner and its outputs.",
    build,
    tables=("workstreams", "workstream-outputs"),
)
