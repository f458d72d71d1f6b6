"""What keeping resources right registers with the platform."""

from celery.schedules import crontab

from audit import registry as audit_registry
from jobs import schedule
from knowledge.keeping import home_cards, notices
from notify import registry as notify_registry
from ui import home

REMIND_AT = crontab(minute="20", hour="6")  # before the summaries of the day


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    for kind in notices.KINDS:
        notify_registry.register(kind)
    schedule.register("Resources to be reviewed", "knowledge.tasks.remind_of_reviews", at=REMIND_AT)
    home.register(home_cards.cards)
    audit_registry.register("resource.review", "Reviewed a resource and found it right")
    audit_registry.register("resource.review_change", "Reviewed a resource that has to change")
