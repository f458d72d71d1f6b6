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
NOTIFICATIONS_KEPT_DAYS = 400
MAILS_KEPT_DAYS = 90

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
    _retention()


def _retention() -> None:
    from data_rights.retention import Rule
    from data_rights.retention import register as keep

    keep(
        Rule(
            "notifications",
            "Notifications, read or not",
            NOTIFICATIONS_KEPT_DAYS,
            "After a year and a month nobody looks for them; what they tell of has its own record.",
            "platform/notify/registrations.py",
            past=lambda before: _model("Notification").objects.filter(created_at__lt=before),
        )
    )
    keep(
        Rule(
            "mails",
            "Which e-mail was sent to whom; its text is wiped when it has gone",
            MAILS_KEPT_DAYS,
            "To answer whether an e-mail went out.",
            "platform/notify/registrations.py",
            past=lambda before: _model("Mail").objects.filter(ended_at__lt=before),
        )
    )


def _model(name: str) -> Any:
    from django.apps import apps

    return apps.get_model("notify", name)


def unread(request: HttpRequest) -> int:
    """How many notifications of this person are not read yet."""
    from notify import queries

    access: Any = getattr(request, "access", None)
    return queries.unread_count(access) if access is not None else 0
