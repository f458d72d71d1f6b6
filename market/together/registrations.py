"""What clubbing together registers with the platform and the rest of the room."""

from celery.schedules import crontab

from accounts.permissions import Permission
from data_rights import registry
from jobs import schedule
from market import pages
from market.together import data_part
from ui.navigation import NavigationItem, for_whoever_may

COUNT_AT = crontab(minute="20", hour="4")  # of the evening before


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from market.together import notices, presenters, retention
    from tenants import registering

    registering.register(tags=presenters.TAGS, kinds=notices.KINDS)
    registry.register(data_part.PART)
    retention.register_all()
    schedule.register("People who club together", "market.together.tasks.count_clubs", at=COUNT_AT)
    may_buy, may_offer = for_whoever_may(Permission.MARKET_BUY), for_whoever_may(Permission.MARKET_OFFER)
    pages.register(NavigationItem("clubs", "Club together", "market:clubs", order=55, is_visible=may_buy))
    pages.register(
        NavigationItem(
            "provider-clubs", "People who look together", "market:provider-clubs", order=77, is_visible=may_offer
        )
    )
