"""What asking registers with the platform and the rest of the room."""

from accounts.permissions import Permission
from data_rights import registry
from market import exports, pages, todo
from market.asking import data_part
from ui.navigation import NavigationItem, for_whoever_may

ACTIONS = (
    ("market.feedback_read", "Read feedback on a provider and showed it, or not"),
    ("market.answer_read", "Read a provider’s answer to feedback and showed it, or not"),
    ("market.report_decide", "Decided about a reported message of the marketplace"),
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from market.asking import home_cards, notices, panels, presenters, retention
    from market.finding import panels as offer_panels
    from tenants import registering
    from ui import home

    registering.register(actions=ACTIONS, tags=presenters.TAGS, kinds=notices.KINDS)
    registry.register(data_part.PART)
    retention.register_all()
    home.register(home_cards.cards)
    todo.register(home_cards.of_provider)
    exports.register_of_provider(presenters.everything_of)
    _register_pages()
    offer_panels.register("ask", panels.ask, order=10)
    offer_panels.register("feedback", panels.feedback, order=60)


def _register_pages() -> None:
    may_buy, may_offer = for_whoever_may(Permission.MARKET_BUY), for_whoever_may(Permission.MARKET_OFFER)
    may_check = for_whoever_may(Permission.MARKET_CHECK)
    pages.register(NavigationItem("enquiries", "What you asked", "market:enquiries", order=40, is_visible=may_buy))
    pages.register(
        NavigationItem("provider-enquiries", "Enquiries", "market:provider-enquiries", order=70, is_visible=may_offer)
    )
    pages.register(NavigationItem("to-read", "Feedback and reports", "market:to-read", order=80, is_visible=may_check))
