"""What the roll-out registers: its parts on the overview, words of the audit, tags."""

from tenants.rollout import parts
from tenants.rollout.parts import Part
from ui import navigation


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    _parts()


def _parts() -> None:
    """Each part of the roll-out, in the order of the overview and of the navigation."""
    # Imported here: they read models, which can't be imported while the applications are loading.
    from tenants.rollout import presenters

    start = navigation.NavigationItem("start", "Overview", "rollout:plans", order=0, is_visible=parts.may_read)
    navigation.register_under(parts.SECTION, start)
    parts.register(Part("partners", "Partners", 110, words=presenters.partner_words, route="rollout:partners"))
    parts.register(Part("resources", "Resources", 120, words=presenters.resource_words, route="rollout:resources"))
