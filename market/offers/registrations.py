"""What offers register with the platform: words of the audit, tags, kinds of news."""

from celery.schedules import crontab

from data_rights import registry
from jobs import schedule
from market.offers import data_part
from tenants import registering

ACTIONS = (
    ("market.offer_submit", "Sent an offer for its check"),
    ("market.offer_approve", "Checked and published an offer"),
    ("market.offer_change_asked", "Asked for a change of an offer"),
    ("market.offer_refuse", "Did not accept an offer"),
    ("market.offer_take_off", "Took an offer off the marketplace"),
    ("market.offer_capacity", "Changed the places or the waiting time of an offer"),
    ("market.offer_pause", "Paused an offer of the marketplace"),
    ("market.offer_resume", "Showed a paused offer of the marketplace again"),
    ("market.offer_confirm", "Confirmed an offer of the marketplace"),
    ("market.offer_withdraw", "Took an offer of the marketplace back"),
    ("market.offer_expire", "Hid an offer that nobody confirmed for a year"),
)
TAGS = (
    ("offer_draft", "Being written", "grey"),
    ("offer_submitted", "Waits for its check", "yellow"),
    ("offer_change_asked", "Something to mend", "orange"),
    ("offer_published", "Published", "green"),
    ("offer_paused", "Paused", "orange"),
    ("offer_expired", "Hidden until it is confirmed", "red"),
    ("offer_withdrawn", "Taken back", "grey"),
)

KEEP_AT = crontab(minute="20", hour="6")  # before the summaries of the day


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from market.finding import panels as offer_panels
    from market.offers import notices, panels

    registering.register(actions=ACTIONS, tags=TAGS, kinds=notices.KINDS)
    registry.register(data_part.PART)
    offer_panels.register("own", panels.own_or_to_check, order=5)
    schedule.register("Offers to confirm", "market.offers.tasks.keep_offers", at=KEEP_AT)
