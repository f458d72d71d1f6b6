"""What the knowledge room registers with the platform."""

from embedded import demo_data
from find import registry as search_registry
from knowledge import queries, searching
from knowledge.front_page import KNOWLEDGE_SLUG, make_front_page
from ui import footer, front_page, navigation


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    front_page.register(queries.network_figures)
    footer.register(queries.footer_links)
    demo_data.register("The front page", make_front_page, order=15)
    navigation.register(
        navigation.NavigationItem(
            "knowledge",
            "Knowledge",
            "wagtail_serve",
            order=80,
            is_visible=navigation.everyone,
            args=(f"{KNOWLEDGE_SLUG}/",),
        )
    )
    search_registry.register(searching.PAGES)
