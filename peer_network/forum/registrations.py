"""What the forum registers: the room's first entries."""

from peer_network import pages
from peer_network.registrations import may_take_part
from tenants import registering
from ui.navigation import NavigationItem


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from peer_network.forum import notices, subject
    from peer_network.moderation import subjects

    registering.register(kinds=notices.KINDS)
    subjects.register(subject.POST)
    pages.register(NavigationItem("start", "Start", "peers:start", order=10, is_visible=may_take_part))
