"""What finding registers: the room's first entries, offers in the site's search and on its front page."""

from data_rights import registry
from market import pages
from market.finding import data_part
from market.registrations import may_buy
from ui.navigation import NavigationItem, everyone


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from find import registry as search_registry
    from market.finding import front_list, panels, searching, views_shortlist
    from ui import front_page

    pages.register(NavigationItem("find", "Find support", "market:find", order=10, is_visible=everyone))
    pages.register(NavigationItem("shortlist", "My shortlist", "market:shortlist", order=20, is_visible=may_buy))
    search_registry.register(searching.OFFERS)
    panels.register("shortlist", views_shortlist.panel, order=10)
    front_page.register_list(front_list.newest)
    registry.register(data_part.PART)
