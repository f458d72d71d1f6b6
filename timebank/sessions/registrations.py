"""What sessions register with the platform: words of the audit, tags, kinds of news, the calendar, the schedule."""

from celery.schedules import crontab

from audit import registry as audit_registry
from data_rights import registry as data_registry
from jobs import schedule
from tenants import registering
from timebank import pages
from timebank.matching import bookings as agreed
from timebank.sessions import data_part, notice_kinds, retention, steps

LOOK_AFTER_AT = crontab(minute="20", hour="6")  # before the summaries of the day
TAGS = (
    ("session_dates", "Finding a date", "yellow"),
    ("session_booked", "Booked", "blue"),
    ("session_delivered", "Waits for confirmation", "orange"),
    ("session_disputed", "Disputed", "red"),
    ("session_confirmed", "Confirmed", "green"),
    ("session_cancelled", "Cancelled", "grey"),
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from api import calendars
    from timebank.sessions import bookings, calendar, home_cards, page_parts
    from ui import home

    # What the audit holds can never be cleared, and people type titles.
    audit_registry.register_thing("timebank.Session", lambda session: f"Session: {session.get_topic_display()}")
    registering.register(actions=steps.AUDIT_WORDS, tags=TAGS, kinds=notice_kinds.KINDS)
    data_registry.register(data_part.PART)
    retention.register_all()
    schedule.register("Look after sessions of the time bank", "timebank.tasks.look_after_sessions", at=LOOK_AFTER_AT)
    agreed.register(bookings.start)
    calendars.register(calendar.MINE)
    home.register(home_cards.cards)
    pages.register("start", 30, page_parts.next_sessions)
    pages.register("giving", 30, page_parts.mentoring)
