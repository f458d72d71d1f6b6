"""Alarms: who is called when nobody has taken something up. Run each minute, and when something urgent comes.

Each rule looks at how things stand, never at when it last ran: a beat that was missed is made up for by the next.
"""

import datetime
from collections.abc import Iterable
from typing import Any

import structlog
from django.conf import settings
from django.db import transaction

from accounts.models import User
from accounts.permissions import Permission
from config.today import is_sample_activity, moment
from jobs import outbox
from peer_network.models import Alarm, QueueItem
from peer_network.moderation import duty, notices
from tenants.telling import people_who_may

ESCALATES_AFTER = datetime.timedelta(minutes=15)
PAGER_TASK = "peer_network.moderation.tasks.post_to_pager"
URGENT = QueueItem.Urgency.URGENT
Kind = Alarm.Kind
log = structlog.get_logger(__name__)


@transaction.atomic
def page_at_once(item: QueueItem) -> Alarm | None:
    """Call who is on call and on duty about an urgent item that nobody has taken up; everybody where nobody is."""
    if item.is_sample or is_sample_activity() or item.urgency != URGENT or item.claimed_by_id or item.paged_at:
        return None
    here = duty.now()
    item.paged_at = moment()
    item.save(update_fields=["paged_at"])
    alarm = _alarm(item, Kind.PAGED, [*here.on_call, *here.moderators])
    if not alarm.told:
        escalate(item)
    return alarm


@transaction.atomic
def escalate(item: QueueItem) -> Alarm:
    """Call all safeguarding leads, all moderators and the network's managers."""
    item.escalated_at = moment()
    item.save(update_fields=["escalated_at"])
    return _alarm(item, Kind.ESCALATED, everybody())


@transaction.atomic
def late(item: QueueItem) -> Alarm:
    """Say loudly that its time has passed and nobody has it."""
    item.late_alarm_at = moment()
    item.save(update_fields=["late_alarm_at"])
    log.error("peers_clock_missed", item=item.pk, kind=item.kind, urgency=item.urgency, look_by=str(item.look_by))
    here = duty.now()
    people = everybody() if item.urgency == URGENT else [*here.on_call, *here.moderators] or everybody()
    return _alarm(item, Kind.LATE, people)


def watch() -> int:
    """Raise every alarm that is due; returns how many. One transaction for each item."""
    raised = 0
    for pk in _due(moment()):
        with transaction.atomic():
            rows = QueueItem.objects.select_for_update(of=("self",)).select_related("about")
            item = rows.filter(pk=pk, closed_at__isnull=True, claimed_by__isnull=True).first()
            if item is not None:
                raised += _raise_due(item, moment())
    return raised


def everybody() -> list[User]:
    """Whoever can be called: safeguarding leads, moderators and the network's managers."""
    rights = (Permission.PEERS_SAFEGUARD, Permission.PEERS_MODERATE, Permission.INVITE_NETWORK_ROLES)
    return [person for right in rights for person in people_who_may(right)]


def _raise_due(item: QueueItem, now: datetime.datetime) -> int:
    raised = 0
    if item.urgency == URGENT and item.paged_at is None:
        raised += page_at_once(item) is not None
    if item.urgency == URGENT and item.escalated_at is None and item.paged_at + ESCALATES_AFTER <= now:
        raised += escalate(item) is not None
    if item.late_alarm_at is None and item.look_by <= now:
        raised += late(item) is not None
    return raised


def _due(now: datetime.datetime) -> list[int]:
    """Open items that nobody has and about which somebody may have to be called."""
    open_ones = QueueItem.objects.filter(closed_at__isnull=True, claimed_by__isnull=True, is_sample=False)
    urgent = open_ones.filter(urgency=URGENT, paged_at__isnull=True) | open_ones.filter(
        urgency=URGENT, escalated_at__isnull=True, paged_at__lte=now - ESCALATES_AFTER
    )
    passed = open_ones.filter(late_alarm_at__isnull=True, look_by__lte=now)
    return list((urgent | passed).order_by("urgency", "look_by", "pk").values_list("pk", flat=True))


def _alarm(item: QueueItem, kind: str, people: Iterable[Any]) -> Alarm:
    alarm = Alarm.objects.create(item=item, kind=kind, at=moment())
    alarm.told = notices.called(alarm, people)
    alarm.save(update_fields=["told"])
    log.warning("peers_alarm", item=item.pk, kind=kind, told=alarm.told)
    if settings.PEERS_PAGER_URL:
        outbox.send(PAGER_TASK, kwargs={"alarm": alarm.pk}, key=f"peers-pager-{alarm.pk}")
    return alarm
