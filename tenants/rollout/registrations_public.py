"""What the area's public pages register with the roll-out: their part, refusals for the lead, tags, retention."""

from django.http import HttpRequest

from accounts.permissions import Permission
from audit import registry as audit_registry
from tenants.rollout import parts
from tenants.rollout.parts import Part
from ui import home, navigation, tags


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: they read models, which can't be imported while the applications are loading.
    from tenants.rollout import ask_dates, home_refusals, retention

    parts.register(
        Part("your-turn", "Your turn", 95, words=ask_dates.words, route="rollout:your-turn", dues=ask_dates.dues)
    )
    refused = navigation.NavigationItem(
        "refusals", "People who were refused", "rollout:refusals", order=97, is_visible=may_edit
    )
    navigation.register_under(parts.SECTION, refused)
    tags.register("refusal_waiting", "Waits for you", "yellow")
    tags.register("refusal_done", "Dealt with", "green")
    home.register(home_refusals.cards)
    retention.register_all()
    _audit_words()
    _lists()


def _lists() -> None:
    from tenants.rollout.lists import parts as lists

    parts.register(Part("partners", "Partners", 110, words=lists.partner_words, route="rollout:partners"))
    parts.register(Part("resources", "Resources", 120, words=lists.resource_words, route="rollout:resources"))
    parts.register(Part("people", "People", 130, words=lists.people_words, route="rollout:people"))
    for noun, words in (("partner", "a partner"), ("resource", "a resource"), ("group_person", "a person for a group")):
        audit_registry.register(f"{noun}.add", f"Added {words}")
        audit_registry.register(f"{noun}.change", f"Changed {words}")
        audit_registry.register(f"{noun}.remove", f"Took {words} off the list")
    audit_registry.register("organisation.add", "Added an organisation to the network's list")


def _audit_words() -> None:
    for action, words in (
        ("refusal.say", "Told an area of being refused, on the public page"),
        ("refusal.answer", "Dealt with somebody's being refused"),
    ):
        audit_registry.register(action, words)
    audit_registry.register("refusal.read", "Read what people said of being refused", audit_registry.Kind.READ)
    # `str()` of a report has its group: the audit of the network would show a count of one.
    audit_registry.register_thing("rollout.Refusal", lambda row: f"Report {row.pk}")


def may_edit(request: HttpRequest) -> bool:
    """Whether the person runs the roll-out of the area that the address names."""
    access = getattr(request, "access", None)
    return bool(access and request.area and access.can(Permission.ROLLOUT_EDIT, request.area))
