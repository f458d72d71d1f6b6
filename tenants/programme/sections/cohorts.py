"""The half-yearly intakes of sites, and how far their sites have come."""

from tenants.programme.board import Board
from tenants.programme.cascade import cohorts
from tenants.programme.presenters import programme
from tenants.programme.sections.base import Built, Section


def build(board: Board) -> Built:
    """The intakes on a timeline, their sites in numbers, and what the application reported beside them."""
    register, intakes = board.register, board.snapshot.cohorts
    return Built(
        cohorts.sentence(register),
        charts=(programme.cohort_timeline(board.snapshot, register, board.downloads("implementation-cohorts")),),
        tables=(
            programme.cohorts_table(board.snapshot),
            cohorts.by_stage(register, intakes),
            cohorts.by_group(register, board.snapshot.sites),
            cohorts.by_area(register, intakes),
        ),
    )


SECTION = Section(
    "cohorts",
    "Implementation cohorts",
    "An implementation cohort is a half-yearly intake of sites. Earlier intakes mentor later ones.",
    build,
    tables=("implementation-cohorts", "cohort-stages", "sites-by-group", "cohort-areas"),
    links=(("All sites, by intake, area, group and stage", "programme:sites"),),
)
