"""What joining registers: what is known of a member, tags of their posts, and the room's entries for everybody."""

from data_rights import registry as data_registry
from peer_network import pages
from peer_network.joining import data_part
from ui.navigation import NavigationItem, everyone


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from peer_network.joining import own
    from peer_network.registrations import may_take_part
    from tenants import registering

    registering.register(tags=own.TAGS)
    data_registry.register(data_part.PART)
    pages.register(NavigationItem("me", "You", "peers:me", order=70, is_visible=may_take_part))
    pages.register(NavigationItem("rules", "House rules", "peers:rules", order=80, is_visible=everyone))
    pages.register(NavigationItem("help", "Get help", "peers:help", order=90, is_visible=everyone))
