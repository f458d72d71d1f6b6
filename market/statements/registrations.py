"""What statements register: words of the audit, tags, kinds of news, search, the yearly reminder, cards, entries."""

from celery.schedules import crontab

from accounts.permissions import Permission
from data_rights import registry as data_registry
from jobs import schedule
from market import pages
from market.statements import data_part
from tenants import registering
from ui import navigation

REMIND_AT = crontab(minute="20", hour="6")  # before the summaries of the day
AUDIT_WORDS = (
    ("market.statement_begin", "Began a market position statement"),
    ("market.statement_publish", "Published a market position statement"),
    ("market.statement_discard", "Threw away the draft of a market position statement"),
    ("market.interest", "Said that a provider is interested in a market position statement"),
    ("market.interest_end", "Took a provider’s interest in a market position statement back"),
    ("market.answers", "Said what an offer answers"),
    ("market.intervention", "Wrote down what is done about a gap in the market"),
    ("market.intervention_change", "Changed what is done about a gap in the market"),
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from find import registry as search_registry
    from market.statements import home_cards, notices, presenters, searching
    from ui import home

    registering.register(actions=AUDIT_WORDS, tags=presenters.TAGS, kinds=notices.KINDS)
    data_registry.register(data_part.PART)
    schedule.register(
        "Market position statements that are due", "market.statements.tasks.remind_of_statements", at=REMIND_AT
    )
    search_registry.register(searching.SOURCE)
    home.register(home_cards.cards)
    item = navigation.NavigationItem
    pages.register(item("statements", "What areas need", "market:statements", order=60, is_visible=navigation.everyone))
    pages.register(
        item(
            "statement-mine",
            "My area’s market",
            "market:statement-mine",
            order=70,
            is_visible=navigation.for_whoever_may(Permission.MARKET_SHAPE),
        )
    )
