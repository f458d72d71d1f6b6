"""Which area starts with which group in which phase."""

from tenants.programme.board import Board
from tenants.programme.presenters import phases
from tenants.programme.sections.base import Built, Section


def build(board: Board) -> Built:
    """The phase matrix and the counts of its cells."""
    matrix = phases.matrix(board.snapshot, board.downloads("phases"))
    confirmed = phases.confirmed_areas(board.snapshot)
    said = f"{confirmed} of {len(board.areas)} areas have said in which phase they start."
    words = f"{said} {phases.in_words(board.snapshot)}"
    return Built(words, charts=(matrix,), tables=(phases.table(matrix), phases.counts_table(board.snapshot)))


SECTION = Section(
    "phases",
    "Phases by area and group",
    "An area starts with each group of people in one of four phases. Phase 1 starts first.",
    build,
    tables=("phases", "phase-counts"),
)
