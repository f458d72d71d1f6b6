"""What planning registers: the room's entry for people who buy, and their data."""

from data_rights import registry
from market import pages
from market.planning import data_part
from market.registrations import may_buy
from ui.navigation import NavigationItem


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    pages.register(NavigationItem("plans", "Plan a year", "market:plans", order=30, is_visible=may_buy))
    registry.register(data_part.PART)
