"""What members ask to be answered, as a view of the programme board: on its page, on a page of its own, in the pack."""

from config.today import today
from peer_network.heard import presenters, queries
from tenants.programme.board import Board
from tenants.programme.sections import Built, Section
from ui import formats

NONE_YET = "Members of the peer network can bring a theme before the board. Themes are listed here with their answers."


def build(board: Board) -> Built:
    """Two tables: what waits for an answer, overdue first, and what is answered. Four queries."""
    day = board.day if board.quarter else today()
    waiting, answered = queries.for_board(day)
    if not waiting and not answered:
        return Built("", empty=NONE_YET)
    late = sum(theme.is_late(day) for theme in waiting)
    tables = [presenters.waiting_table(waiting, day)] if waiting else []
    tables += [presenters.answered_table(answered, day)] if answered else []
    return Built(_words(len(waiting), late, len(answered)), tables=tuple(tables), lead_tables=1 if waiting else 0)


def _words(waiting: int, late: int, answered: int) -> str:
    """`2 themes wait for the board’s answer, 1 of them overdue; 3 are answered.`"""
    if not waiting:
        return f"No theme waits for the board’s answer; {answered} {'is' if answered == 1 else 'are'} answered."
    waits = "waits" if waiting == 1 else "wait"
    overdue = f"{late or 'none'} of them overdue" if waiting > 1 else ("overdue" if late else "in time")
    words = f"{formats.plural(waiting, 'theme')} {waits} for the board’s answer, {overdue}"
    return f"{words}; {answered} {'is' if answered == 1 else 'are'} answered."


SECTION = Section(
    "members-ask",
    "What members ask to be answered",
    "Themes that enough members of the peer network support. The board answers in public in 20 working days.",
    build,
    tables=("members-ask", "members-ask-answered"),
    links=(("All themes, and the board’s answers", "peers:board-themes"),),
)
