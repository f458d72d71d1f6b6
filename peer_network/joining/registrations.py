"""What joining registers: what is known of a member, and the room's entries for everybody."""

from data_rights import registry as data_registry
from peer_network import pages
from peer_network.joining import data_part
from ui.navigation import NavigationItem


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    data_registry.register(data_part.PART)
    pages.register(NavigationItem("rules", "House rules", "peers:rules", order=80))
    pages.register(NavigationItem("help", "Get help", "peers:help", order=90))
