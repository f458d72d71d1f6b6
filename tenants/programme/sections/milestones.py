"""The national milestones: how each area stands with each, and the timetable itself."""

from tenants.programme.board import Board
from tenants.programme.presenters import programme
from tenants.programme.sections.base import Built, Section


def build(board: Board) -> Built:
    """The national timetable."""
    timeline = programme.milestone_timeline(board.snapshot, board.day, board.downloads("milestones"))
    return Built("", charts=(timeline,), tables=(programme.milestones_table(board.snapshot),))


SECTION = Section(
    "milestones",
    "Milestones",
    "Red is overdue or forecast more than 28 days late, amber is a little late or soon due with no evidence yet.",
    build,
    tables=("milestones",),
)
