"""What whoever writes for the board has to do: answers that are due or overdue."""

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from config.today import today
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """At most one card. One query."""
    if not request.access.can_everywhere(Permission.BOARD_ACT):
        return []
    from peer_network.heard import queries

    waiting, _ = queries.for_board()
    if not waiting:
        return []
    late = sum(theme.is_late(today()) for theme in waiting)
    first = waiting[0]
    title = "An answer to members is due" if len(waiting) == 1 else f"{len(waiting)} answers to members are due"
    words = f"{first.title}. {f'{late} overdue.' if late else 'The board promised an answer in 20 working days.'}"
    address = reverse("peers:board-theme", args=[first.public_id])
    if len(waiting) > 1:
        address = reverse("peers:board-themes")
    return [HomeCard(title, words, "See what members ask", address, due=first.due_on)]
