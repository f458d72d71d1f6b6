"""What unmet needs register with the platform and the rest of the room."""

from accounts.permissions import Permission
from data_rights import registry
from market import exports, pages
from market.needs import data_part
from ui.navigation import NavigationItem, for_whoever_may


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from market.needs import presenters, retention
    from tenants import registering

    registry.register(data_part.PART)
    registering.register(tags=presenters.TAGS)
    retention.register_all()
    exports.register_of_area(presenters.of_area)
    may_buy, may_offer = for_whoever_may(Permission.MARKET_BUY), for_whoever_may(Permission.MARKET_OFFER)
    may_shape = for_whoever_may(Permission.MARKET_SHAPE)
    pages.register(NavigationItem("missing", "Say what is missing", "market:missing", order=50, is_visible=may_buy))
    pages.register(NavigationItem("needed", "What is needed", "market:needed", order=75, is_visible=may_offer))
    pages.register(NavigationItem("needs", "What people miss", "market:needs", order=82, is_visible=may_shape))
