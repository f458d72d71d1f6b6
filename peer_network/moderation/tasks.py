"""What the schedule asks of moderating."""

from typing import Any

import structlog
from celery import shared_task
from django.conf import settings

from jobs import outbox
from peer_network.models import Alarm
from peer_network.moderation import alarms, claims, night, pager, standing

log = structlog.get_logger(__name__)


@shared_task(region_wide=True)
def watch_the_queue() -> int:
    """Each minute: put back what nobody is at, call people, and look after reports of the night."""
    claims.lapse()
    raised = alarms.watch()
    night.look_at_all()
    return raised


@shared_task(region_wide=True)
def look_after_members() -> int:
    """Each night: standing that has grown, and pauses that are over."""
    return standing.nightly()


@shared_task(bind=True, region_wide=True, in_one_transaction=False)
def post_to_pager(self: Any, alarm: int) -> None:
    """Send one alarm to the operator's pager."""
    found = Alarm.objects.filter(pk=alarm).first()
    if found is not None and settings.PEERS_PAGER_URL:
        pager.post(found)
    outbox.mark_done(self.message_id)
