"""What notifications register with the platform: their entry in the header, tags, the schedule, a first kind."""

import datetime
from typing import Any

from celery.schedules import crontab
from django.http import HttpRequest

from audit import registry as audit_registry
from jobs import schedule
from notify.registry import NotificationKind, register
from ui import navigation, tags

SEND_EVERY = datetime.timedelta(seconds=30)
EVERY_HOUR = crontab(minute="0")
CLEAN_UP_AT = crontab(minute="40", hour="3")

JOB_ENDED = NotificationKind(
    key="job-ended",
    label="Work that you started",
    describes="Loading a file, or other work that takes a while, is done or has failed.",
    mail_words="Work that you started in the network has ended. Sign in to see how it went.",
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    audit_registry.register("notifications.leave", "Left e-mails by the link in one")
    register(JOB_ENDED)
    tags.register("new", "New", "blue")
    navigation.register_header(
        navigation.HeaderItem("notifications", "Notifications", "notify:list", order=20, count=unread)
    )
    schedule.register("Send e-mails that wait", "notify.tasks.send_due_mails", every=SEND_EVERY)
    schedule.register("Make summaries that are due", "notify.tasks.send_digests", at=EVERY_HOUR)
    schedule.register("Forget old e-mails and notifications", "notify.tasks.clean_up", at=CLEAN_UP_AT)


def unread(request: HttpRequest) -> int:
    """How many notifications of this person are not read yet."""
    from notify import queries

    access: Any = getattr(request, "access", None)
    return queries.unread_count(access) if access is not None else 0
