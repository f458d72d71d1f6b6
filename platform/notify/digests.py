"""Summaries: once a day or once a week, one e-mail a person, counts by kind.

They fall due at an hour of the clock in London. The schedule asks every hour, and the record says who has had
today's, so that a clock put forward or back, or a scheduler that was down, neither loses nor doubles a summary.
"""

import datetime
from collections import Counter
from zoneinfo import ZoneInfo

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.access import Access
from accounts.models import User
from notify import letters, mails, queries
from notify.models import Mail, Notification
from notify.registry import EVERY_DIGEST, Way

MONDAY = 0
log = structlog.get_logger(__name__)


def send_due(now: datetime.datetime | None = None) -> int:
    """Record the summaries that are due by now; returns how many people get one."""
    day, daily_until, weekly_until = due_times(now or timezone.now())
    waiting = Notification.objects.filter(
        Q(waits_for=Way.DAILY, created_at__lt=daily_until) | Q(waits_for=Way.WEEKLY, created_at__lt=weekly_until)
    )
    made = 0
    for pk in waiting.order_by("to").values_list("to", flat=True).distinct():
        try:
            made += _send_to(pk, waiting, day)
        except Exception as error:  # noqa: BLE001 - one person's fault is not the others'
            log.exception("summary not made", person=pk, exc_info=error)
    return made


def due_times(now: datetime.datetime) -> tuple[datetime.date, datetime.datetime, datetime.datetime]:
    """(day of the last daily summary that is due, its moment, the moment of the last weekly one: a Monday's).

    An hour that a spring night leaves out falls due one hour later; of an hour that comes twice the first counts.
    """
    local = now.astimezone(ZoneInfo(settings.TIME_ZONE))
    day = local.date()
    if _moment(day) > now:
        day -= datetime.timedelta(days=1)
    monday = day - datetime.timedelta(days=(day.weekday() - MONDAY) % 7)
    return day, _moment(day), _moment(monday)


def _moment(day: datetime.date) -> datetime.datetime:
    hour = datetime.time(settings.DIGEST_HOUR)
    return datetime.datetime.combine(day, hour, ZoneInfo(settings.TIME_ZONE)).astimezone(datetime.UTC)


@transaction.atomic
def _send_to(person: int, waiting: QuerySet[Notification], day: datetime.date) -> bool:
    """One person's summary: what waits, isn't read yet and may still be seen. None of it waits afterwards."""
    key = f"digest-{person}-{day.isoformat()}"
    user = User.objects.select_for_update().get(pk=person)
    if Mail.objects.filter(key=key).exists():
        return False  # what has come late waits for the next one
    rows = list(waiting.filter(to=user).select_for_update().values_list("pk", flat=True))
    fresh = queries.visible_to(Access(user)).filter(pk__in=rows, read_at__isnull=True)
    counts = Counter(fresh.values_list("kind", flat=True)) if user.is_active else Counter()
    told = list(fresh.values_list("pk", flat=True))
    Notification.objects.filter(pk__in=rows).update(waits_for="")
    if not counts:
        return False
    mail = mails.record(letters.of_digest(user, counts), to=user, kind=EVERY_DIGEST, key=key)
    Notification.objects.filter(pk__in=told).update(mail=mail)
    return True
