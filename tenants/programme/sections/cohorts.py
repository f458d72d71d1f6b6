"""The half-yearly intakes of sites."""

from tenants.programme.board import Board
from tenants.programme.presenters import programme
from tenants.programme.sections.base import Built, Section


def build(board: Board) -> Built:
    """The intakes on a timeline."""
    chart = programme.cohort_timeline(board.snapshot, board.day, board.downloads("implementation-cohorts"))
    return Built("", charts=(chart,), tables=(programme.cohorts_table(board.snapshot),))


SECTION = Section(
    "cohorts",
    "Implementation cohorts",
    "An implementation cohort is a half-yearly intake of sites. Earlier intakes mentor later ones.",
    build,
    tables=("implementation-cohorts",),
)
