"""What the checks register with the platform and with the room."""

from peer_network import pages
from peer_network.registrations import may_moderate
from tenants import registering
from ui import navigation

AUDIT_WORDS = (("peers_words.change", "Changed a line of the peer network’s word lists"),)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: it names models, which can't be imported while the applications are loading.
    from peer_network.checks import presenters

    registering.register(actions=AUDIT_WORDS, tags=presenters.TAGS)
    item = navigation.NavigationItem
    pages.register(item("words", "Words", "peers:words", order=75, is_visible=may_moderate))
