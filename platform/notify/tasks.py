"""What workers do for notifications. All are the network's: mails and choices are in the shared schema."""

from typing import Any

from celery import shared_task

from jobs import outbox
from notify import digests, mails


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
