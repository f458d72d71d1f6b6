"""What the areas register with the platform: words of the audit, navigation, the network's name, demo data."""

from pathlib import Path

from accounts.permissions import Permission
from audit import registry as audit_registry
from django.db import DatabaseError
from django.http import HttpRequest
from embedded import demo_data
from ui import branding, navigation

SOUTH_WEST = Path(__file__).parent / "networks" / "south_west"


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    _audit_words()
    _navigation()
    branding.register(network_brand)
    demo_data.register("The South West network's figures", load_south_west, order=10)


def _audit_words() -> None:
    for action, words in (
        ("network.load", "Loaded a network folder"),
        ("area.create", "Made an area"),
        ("area.suspend", "Suspended an area"),
        ("area.resume", "Opened an area again"),
        ("area.export", "Exported an area"),
        ("area.delete", "Deleted an area's workspace"),
        ("membership.grant", "Gave a person a role"),
        ("membership.end", "Ended a person's role"),
        ("plan.change", "Changed an area's plan"),
    ):
        audit_registry.register(action, words)


def _navigation() -> None:
    item = navigation.NavigationItem
    navigation.register(item("areas", "Areas", "areas:list", order=30, is_visible=navigation.everyone))
    navigation.register(item("your-turn", "Your turn", "your_turn:start", order=40, is_visible=navigation.everyone))
    navigation.register_area(item("overview", "Overview", "areas:overview", order=10, is_visible=may_read_area))
    navigation.register_area(item("rollout", "Roll-out", "rollout:plans", order=20, is_visible=may_read_area))
    navigation.register_area(item("team", "Team", "areas:team", order=50, is_visible=may_read_area))


def may_read_area(request: HttpRequest) -> bool:
    """Whether the person may read the workspace that the address names."""
    access = getattr(request, "access", None)
    return bool(access and request.area and access.can(Permission.AREA_READ, request.area))


def network_brand() -> branding.Brand:
    """The network's name in the header; the default's while there is no database to ask."""
    from tenants.models import Network

    try:
        network = Network.objects.first()
    except DatabaseError:
        network = None
    return branding.Brand(network.name, network.short_name) if network else branding.DEFAULT


def load_south_west() -> None:
    """Load the South West's starting figures where there are no areas yet."""
    from tenants.models import Area
    from tenants.network_loading import load_folder

    if not Area.objects.exists():
        load_folder(SOUTH_WEST)
