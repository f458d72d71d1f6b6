"""What finding registers: the room's first entry, and offers in the platform's search."""

from market import pages
from ui.navigation import NavigationItem, everyone


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from find import registry as search_registry
    from market.finding import searching

    pages.register(NavigationItem("find", "Find support", "market:find", order=10, is_visible=everyone))
    search_registry.register(searching.OFFERS)
