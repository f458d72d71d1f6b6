"""What providers register with the platform: words of the audit, tags, kinds of news."""

from celery.schedules import crontab
from django.http import HttpRequest

from jobs import schedule
from market import pages
from tenants import registering
from ui.navigation import NavigationItem

ACTIONS = (
    ("market.provider_start", "Began a provider’s profile"),
    ("market.provider_change", "Changed a provider’s profile"),
    ("market.provider_submit", "Sent a provider’s profile for its check"),
    ("market.provider_passed", "Checked a provider"),
    ("market.provider_change_asked", "Asked a provider for a change"),
    ("market.provider_refused", "Did not accept a provider"),
    ("market.provider_lapse", "A provider’s check ran out"),
    ("market.provider_close", "Closed a provider"),
    ("market.provider_open", "Opened a provider again"),
)
TAGS = (
    ("provider_draft", "Not sent yet", "grey"),
    ("provider_submitted", "Waits for its check", "yellow"),
    ("provider_change_asked", "Something to mend", "orange"),
    ("provider_recognised", "Checked", "green"),
    ("provider_lapsed", "The check has run out", "red"),
    ("provider_refused", "Not accepted", "grey"),
    ("provider_closed", "Closed", "grey"),
    ("check_late", "Late", "red"),
    ("check_due", "Due", "yellow"),
)


KEEP_AT = crontab(minute="25", hour="6")  # before the summaries of the day


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from market import exports, todo
    from market.providers import home_cards, notices, presenters, retention, todos
    from market.registrations import may_check, may_offer
    from ui import home

    registering.register(actions=ACTIONS, tags=TAGS, kinds=notices.KINDS)
    pages.register(
        NavigationItem("provider", "My organisation", "market:provider-home", order=60, is_visible=may_offer)
    )
    pages.register(NavigationItem("checks", "Checks", "market:checks", order=70, is_visible=may_check))
    pages.register(NavigationItem("join", "Offer support", "market:provider-join", order=80, is_visible=_may_join))
    home.register(home_cards.cards)
    exports.register_of_provider(presenters.everything_of)
    exports.register_of_area(presenters.everything_in)
    todo.register(todos.of_profile)
    todo.register(todos.of_offers)
    schedule.register("Checks of providers", "market.providers.tasks.keep_providers", at=KEEP_AT)
    retention.register_all()


def _may_join(request: HttpRequest) -> bool:
    """Whoever has no role yet: others come to buy, to check, or write for a provider already."""
    access = getattr(request, "access", None)
    return access is None or not access.roles
