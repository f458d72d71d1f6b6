"""What returns register: words of the audit, kinds of notification, tags, the area's entry, cards of Home."""

from django.http import HttpRequest

from accounts.permissions import Permission
from audit import registry as audit_registry
from ui import home, navigation, tags


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: they name models, which can't be imported while the applications are loading.
    from tenants.returns import home_cards, notices

    for action, words in (
        ("return.open", "Began an area's return"),
        ("return.save", "Saved a section of a return"),
        ("return.upload", "Filled a return from a workbook"),
        ("return.sign", "Signed a return"),
        ("return.correct", "Began to correct a signed return"),
        ("return.discard", "Threw away a return that was being written"),
        ("return.dispute", "Put a return in dispute"),
        ("return.settle", "Settled a dispute about a return"),
    ):
        audit_registry.register(action, words)
    for state, words, colour in (
        ("received", "Received", "green"),
        ("due", "Due", "blue"),
        ("in_dispute", "In dispute", "orange"),
        ("section_complete", "Complete", "green"),
        ("section_faults", "Has faults", "red"),
        ("section_empty", "Empty", "grey"),
        ("corrected", "Corrected", "yellow"),
    ):
        tags.register(state, words, colour)
    notices.register_all()
    item = navigation.NavigationItem
    navigation.register_area(item("returns", "Returns", "returns_pages:list", order=30, is_visible=may_read))
    home.register(home_cards.cards)


def may_read(request: HttpRequest) -> bool:
    """Whether the person may read the workspace that the address names."""
    access = getattr(request, "access", None)
    return bool(access and request.area and access.can(Permission.AREA_READ, request.area))
