"""What the forum registers: the room's first entries."""

from peer_network import pages
from peer_network.registrations import may_take_part
from ui.navigation import NavigationItem


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    pages.register(NavigationItem("start", "Start", "peers:start", order=10, is_visible=may_take_part))
