"""What the peer network registers with the platform: its entry in the navigation, and what each part has."""

from django.http import HttpRequest

from accounts.permissions import Permission
from peer_network import parts
from ui import navigation


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    item = navigation.NavigationItem
    navigation.register(item("peers", "Peer network", "peers:start", order=60, is_visible=may_take_part))
    for module in parts.modules("registrations"):
        module.register_all()


def may_take_part(request: HttpRequest) -> bool:
    """Whether the person may be a member of the peer network."""
    access = getattr(request, "access", None)
    return bool(access and access.can(Permission.PEERS_TAKE_PART))


def may_moderate(request: HttpRequest) -> bool:
    """Whether the person looks after the peer network."""
    access = getattr(request, "access", None)
    return bool(access and access.can(Permission.PEERS_MODERATE))
