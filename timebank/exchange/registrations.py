"""What the exchange registers with the platform: words of the audit, tags, kinds of news, search, reminders, cards."""

from celery.schedules import crontab

from data_rights import registry as data_registry
from jobs import schedule
from tenants import help_requests, registering
from timebank.exchange import data_part

KEEP_AT = crontab(minute="10", hour="6")  # before the summaries of the day
AUDIT_WORDS = (
    ("timebank.offer_add", "Offered help in the time bank"),
    ("timebank.offer_agree", "Agreed to what somebody offered in the time bank"),
    ("timebank.offer_change", "Changed an offer of the time bank"),
    ("timebank.offer_pause", "Paused an offer of the time bank"),
    ("timebank.offer_resume", "Put an offer of the time bank back on the list"),
    ("timebank.offer_withdraw", "Withdrew an offer of the time bank"),
    ("timebank.offer_extend", "Listed an offer of the time bank for longer"),
    ("timebank.request_add", "Asked for help in the time bank"),
    ("timebank.request_change", "Changed a request of the time bank"),
    ("timebank.request_withdraw", "Withdrew a request of the time bank"),
    ("timebank.request_extend", "Listed a request of the time bank for longer"),
)
TAGS = (
    ("timebank_asked", "Waits for the area lead", "yellow"),
    ("timebank_open", "Open", "green"),
    ("timebank_paused", "Paused", "orange"),
    ("timebank_withdrawn", "Withdrawn", "grey"),
    ("timebank_expired", "Run out", "grey"),
    ("timebank_matched", "Somebody helps", "blue"),
    ("timebank_met", "Met", "aqua-green"),
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from api import registry as api_registry
    from api import scopes
    from find import registry as search_registry
    from timebank.exchange import api, front_list, home_cards, notices, prefilled, retention, searching
    from ui import front_page, home

    registering.register(actions=AUDIT_WORDS, tags=TAGS, kinds=notices.KINDS)
    data_registry.register(data_part.PART)
    schedule.register("Offers and requests that run out", "timebank.tasks.keep_exchange", at=KEEP_AT)
    help_requests.register(prefilled.ask_address)
    retention.register_all()
    search_registry.register(searching.OFFERS)
    search_registry.register(searching.REQUESTS)
    home.register(home_cards.cards)
    front_page.register_list(front_list.whats_needed)
    scopes.register(api.SCOPE)
    api_registry.register("timebank", api.timebank)
