"""What the time bank registers with the platform: its entry in the navigation, and what each part has."""

from django.http import HttpRequest

from accounts.permissions import Permission
from timebank import parts
from ui import navigation

may_read = navigation.for_whoever_may(Permission.TIMEBANK_READ)
may_give = navigation.for_whoever_may(Permission.TIMEBANK_GIVE)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    item = navigation.NavigationItem
    navigation.register(item("timebank", "Time bank", "timebank:start", order=50, is_visible=may_read))
    navigation.register(item("timebank-giving", "Give time", "timebank:giving", order=51, is_visible=may_only_give))
    for module in parts.modules("registrations"):
        module.register_all()


def may_only_give(request: HttpRequest) -> bool:
    """Whether the person gives time as a mentor, and sees no more of the time bank."""
    return may_give(request) and not may_read(request)
