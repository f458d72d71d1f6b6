"""What the marketplace registers with the platform: its entry in the navigation, and what each part has."""

from accounts.permissions import Permission
from market import parts
from ui import navigation

# Who sees entries of the room, in its own navigation.
may_buy = navigation.for_whoever_may(Permission.MARKET_BUY)
may_offer = navigation.for_whoever_may(Permission.MARKET_OFFER)
may_check = navigation.for_whoever_may(Permission.MARKET_CHECK)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    item = navigation.NavigationItem
    navigation.register(item("market", "Marketplace", "market:find", order=70, is_visible=navigation.everyone))
    for module in parts.modules("registrations"):
        module.register_all()
