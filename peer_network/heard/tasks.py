"""What the schedule asks: reminders before an answer of the board is due, and when it is overdue."""

from celery import shared_task

from config.today import today
from peer_network.heard import notices
from peer_network.models import Theme
from tenants import working_days

REMINDED_WORKING_DAYS_BEFORE = 5


@shared_task(region_wide=True)
def remind_of_answers() -> int:
    """Tell whoever acts for the board, once a week before an answer is due and once when it is overdue."""
    told, day = 0, today()
    for theme in Theme.objects.on_agenda().filter(answered_on=None, is_sample=False):
        if theme.is_late(day):
            told += notices.overdue(theme)
        elif working_days.between(day, theme.due_on) <= REMINDED_WORKING_DAYS_BEFORE:
            told += notices.due_soon(theme)
    return told
