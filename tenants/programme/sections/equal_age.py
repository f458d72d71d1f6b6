"""Implementation cohorts compared at equal age."""

from tenants import site_register
from tenants.programme.board import Board
from tenants.programme.cascade import equal_age
from tenants.programme.sections.base import Built, Section


def build(board: Board) -> Built:
    """Month 6 of the second intake beside month 6 of the first, and which intakes are not that old yet."""
    found = equal_age.compare(board.snapshot.cohorts, site_register.moves_by(board.day), board.day)
    has_figures = any(line.can_be_compared for line in found.lines)
    return Built(
        " ".join(equal_age.sentences(found)),
        lead=0,
        charts=(equal_age.chart(found, board.downloads("equal-age")),) if has_figures else (),
        tables=(equal_age.table(found),),
        empty="" if has_figures else "An intake is drawn here once it has started and has sites.",
    )


SECTION = Section(
    "equal-age",
    "Intakes compared at equal age",
    "Month 6 of the second intake stands beside month 6 of the first: a later intake, with mentors, should be faster.",
    build,
    tables=("equal-age",),
)
