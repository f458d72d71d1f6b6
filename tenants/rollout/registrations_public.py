"""What the area's public pages register with the roll-out: their part, refusals for the lead, tags, retention."""

from accounts.permissions import Permission
from audit import registry as audit_registry
from tenants import registering
from tenants.rollout import parts
from tenants.rollout.parts import Part
from ui import home, navigation

LISTED = (("partner", "a partner"), ("resource", "a resource"), ("group_person", "a person for a group"))
AUDIT_WORDS = (
    ("refusal.say", "Told an area of being refused, on the public page"),
    ("refusal.answer", "Dealt with somebody's being refused"),
    ("organisation.add", "Added an organisation to the network's list"),
    *((f"{noun}.add", f"Added {words}") for noun, words in LISTED),
    *((f"{noun}.change", f"Changed {words}") for noun, words in LISTED),
    *((f"{noun}.remove", f"Took {words} off the list") for noun, words in LISTED),
)
TAGS = (("refusal_waiting", "Waits for you", "yellow"), ("refusal_done", "Dealt with", "green"))


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: they read models, which can't be imported while the applications are loading.
    from tenants.rollout import ask_dates, home_refusals, retention

    parts.register(
        Part("your-turn", "Your turn", 95, words=ask_dates.words, route="rollout:your-turn", dues=ask_dates.dues)
    )
    refused = navigation.NavigationItem(
        "refusals",
        "People who were refused",
        "rollout:refusals",
        order=97,
        is_visible=registering.who_may(Permission.ROLLOUT_EDIT),
    )
    navigation.register_under(parts.SECTION, refused)
    registering.register(actions=AUDIT_WORDS, tags=TAGS)
    audit_registry.register("refusal.read", "Read what people said of being refused", audit_registry.Kind.READ)
    # `str()` of a report has its group: the audit of the network would show a count of one.
    audit_registry.register_thing("rollout.Refusal", lambda row: f"Report {row.pk}")
    home.register(home_refusals.cards)
    retention.register_all()
    _lists()


def _lists() -> None:
    from tenants.rollout.lists import parts as lists

    parts.register(Part("partners", "Partners", 110, words=lists.partner_words, route="rollout:partners"))
    parts.register(Part("resources", "Resources", 120, words=lists.resource_words, route="rollout:resources"))
    parts.register(Part("people", "People", 130, words=lists.people_words, route="rollout:people"))
