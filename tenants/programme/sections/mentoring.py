"""Who mentors whom: the cascade."""

from tenants.programme.board import Board
from tenants.programme.cascade import mentoring
from tenants.programme.sections.base import Built, Section

# A longer tree is for its own page: the board's page stays one that can be read at a meeting.
MENTORINGS_ON_THE_BOARDS_PAGE = 30


def build(board: Board) -> Built:
    """The mentoring tree, sites without a mentor by name, and the cascade in figures."""
    register = board.register
    has_a_tree = bool(register.mentorings)
    return Built(
        mentoring.sentence(register),
        charts=(mentoring.tree(register, board.downloads("mentorings")),) if has_a_tree else (),
        tables=(
            mentoring.figures(register, board.snapshot.cohorts),
            mentoring.mentorless_table(register),
            mentoring.mentorings_table(register),
        )
        if register.standings
        else (),
        empty="" if has_a_tree else "Sites stand here below their mentors, once areas say who mentors their sites.",
        lead=int(len(register.mentorings) <= MENTORINGS_ON_THE_BOARDS_PAGE),
    )


def lead(board: Board) -> Built:
    """The same where the tree is short; of a longer one the words alone."""
    is_short = len(board.register.mentorings) <= MENTORINGS_ON_THE_BOARDS_PAGE
    return build(board) if is_short else Built(mentoring.sentence(board.register))


SECTION = Section(
    "mentoring",
    "Who mentors whom",
    "A live site mentors sites of later intakes, in its own area or another: that is the cascade.",
    build,
    tables=("cascade", "without-mentor", "mentorings"),
    build_lead=lead,
)
