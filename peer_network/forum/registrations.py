"""What the forum registers: the room's first entries, what can be moderated, kinds of news, search, cards."""

from peer_network import pages
from ui.navigation import NavigationItem


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from find import registry as search_registry
    from peer_network.forum import entering, home_cards, keeping, notices, retention, searching, subject
    from peer_network.moderation import subjects
    from peer_network.registrations import may_moderate, may_take_part
    from tenants import registering
    from ui import home

    registering.register(actions=keeping.AUDIT_WORDS, kinds=notices.KINDS)
    subjects.register(subject.POST)
    subjects.register(entering.ENTRY)
    retention.register_all()
    search_registry.register(searching.SOURCE)
    home.register(home_cards.cards)
    for order, (key, label) in enumerate((("start", "Start"), ("spaces", "Spaces"), ("search", "Search")), start=1):
        pages.register(NavigationItem(key, label, f"peers:{key}", order=10 * order, is_visible=may_take_part))
    spaces = NavigationItem("keep-spaces", "Spaces", "peers:keep-spaces", order=76, is_visible=may_moderate)
    pages.register_for_moderators(spaces)
