"""What support asks of a member today: words that they haven't read, and what the others wait for."""

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from ui import formats
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """One card where something in a conversation is new."""
    if not request.access.can(Permission.PEERS_TAKE_PART):
        return []
    from peer_network.joining.access import member_of
    from peer_network.support.conversations import queries

    member = member_of(request.user)
    count = queries.unread(member) if member else 0
    if not count:
        return []
    words = f"{formats.plural(count, 'conversation has', 'conversations have')} something new for you."
    return [HomeCard("Somebody wrote to you", words, "Read it", reverse("peers:conversations"))]
