"""What returns register: words of the audit, kinds of notification, tags, the area's entry, cards of Home."""

from celery.schedules import crontab

from accounts.permissions import Permission
from jobs import schedule
from tenants import registering
from ui import home, navigation

RELEASE_AT = crontab(hour="3", minute="20")


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: they name models, which can't be imported while the applications are loading.
    from tenants.returns import home_cards, notices

    actions = (
        ("return.open", "Began an area's return"),
        ("return.save", "Saved a section of a return"),
        ("return.upload", "Filled a return from a workbook"),
        ("return.sign", "Signed a return"),
        ("return.correct", "Began to correct a signed return"),
        ("return.discard", "Threw away a return that was being written"),
        ("return.dispute", "Put a return in dispute"),
        ("return.settle", "Settled a dispute about a return"),
    )
    tags = (
        ("received", "Received", "green"),
        ("due", "Due", "blue"),
        ("in_dispute", "In dispute", "orange"),
        ("section_complete", "Complete", "green"),
        ("section_faults", "Has faults", "red"),
        ("section_empty", "Empty", "grey"),
        ("corrected", "Corrected", "yellow"),
    )
    registering.register(actions=actions, tags=tags, kinds=notices.KINDS)
    schedule.register("Release what waited for a day", "tenants.returns.tasks.release_what_waited", at=RELEASE_AT)
    item = navigation.NavigationItem
    navigation.register_area(
        item("returns", "Returns", "returns_pages:list", order=30, is_visible=registering.who_may(Permission.AREA_READ))
    )
    home.register(home_cards.cards)
