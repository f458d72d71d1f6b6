"""What the peer network registers with the platform: its entry in the navigation, and what each part has."""

from accounts.permissions import Permission
from peer_network import parts
from ui import navigation

# Who sees entries of the room, in the site's navigation and in its own.
may_take_part = navigation.for_whoever_may(Permission.PEERS_TAKE_PART)
may_moderate = navigation.for_whoever_may(Permission.PEERS_MODERATE)
may_safeguard = navigation.for_whoever_may(Permission.PEERS_SAFEGUARD)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    item = navigation.NavigationItem
    navigation.register(item("peers", "Peer network", "peers:start", order=60, is_visible=may_take_part))
    for module in parts.modules("registrations"):
        module.register_all()
