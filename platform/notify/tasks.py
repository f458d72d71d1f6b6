"""What workers do for notifications. All are the network's: mails and choices are in the shared schema."""

import datetime
from typing import Any

from celery import shared_task
from django.db.models.functions import Now

from jobs import outbox
from notify import digests, mails
from notify.models import Notification

NOTIFICATIONS_KEPT_DAYS = 400


@shared_task(bind=True, region_wide=True, in_one_transaction=False)
def send_mail(self: Any, mail: str) -> None:
    """Send one recorded mail now. If it can't go yet, the schedule sees to it, so this message is done either way."""
    mails.send_one(mail)
    outbox.mark_done(self.message_id)


@shared_task(region_wide=True)
def send_due_mails() -> None:
    """Send what waits, and settle what a dead worker left."""
    mails.look_after()
    mails.send_due()


@shared_task(region_wide=True)
def send_digests() -> int:
    """Record the summaries that are due."""
    return digests.send_due()


@shared_task(region_wide=True)
def clean_up() -> None:
    """Forget old mails, and notifications of more than a year ago."""
    mails.clean()
    old = Now() - datetime.timedelta(days=NOTIFICATIONS_KEPT_DAYS)
    Notification.objects.filter(created_at__lt=old).delete()
