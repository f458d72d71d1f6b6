"""What needs a safeguarding lead today: cases that nobody works on, and what is to be done by now."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission
from ui import formats
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """At most two cards. Four queries."""
    if not request.access.can(Permission.PEERS_SAFEGUARD):
        return []
    return [*_new_cases(request.user), *_due(request.user)]


def _new_cases(user: Any) -> list[HomeCard]:
    from peer_network.safeguarding import queries

    waiting = list(queries.listed(by=user, whose="nobody"))
    if not waiting:
        return []
    title = "A safeguarding case waits" if len(waiting) == 1 else f"{len(waiting)} safeguarding cases wait"
    words = f"{waiting[0].get_urgency_display()}. Nobody works on {'it' if len(waiting) == 1 else 'them'} yet."
    address = f"{reverse('peers:safeguarding')}?whose=nobody"
    since = timezone.localtime(waiting[0].opened_at).date()
    return [HomeCard(title, words, "Look at it now", address, due=since, order=1)]


def _due(user: Any) -> list[HomeCard]:
    from peer_network.safeguarding import queries

    due = queries.steps_due(user)
    if not due:
        return []
    words = f"{formats.plural(len(due), 'thing')} to do for safeguarding cases."
    return [
        HomeCard("Steps of cases are due", words, "See the cases", reverse("peers:safeguarding"), due=due[0].due_on)
    ]
