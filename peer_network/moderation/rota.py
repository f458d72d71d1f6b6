"""The rota: hours of moderators, and who is on call when nobody is on duty. Changes are audited by number.

Whose hours somebody else plans, changes or takes out hears of it (`rota_notices`).
"""

import datetime
from collections.abc import Iterable
from copy import copy
from typing import Any

from django.db import IntegrityError, models, transaction

import audit
from accounts.models import User
from accounts.permissions import Permission
from peer_network.models import DutyShift, OnCall
from peer_network.moderation import rota_notices
from peer_network.moderation.errors import ModerationRefused
from tenants.telling import people_who_may

LONGEST_REPEAT = 12  # weeks
KINDS: dict[str, type[models.Model]] = {"duty": DutyShift, "on-call": OnCall}
PERSON = {"duty": "moderator", "on-call": "person"}
WEEK = datetime.timedelta(days=7)


def people(kind: str) -> list[User]:
    """Who can be planned: moderators for duty; moderators and safeguarding leads to be on call. By name."""
    rights = [Permission.PEERS_MODERATE] + ([Permission.PEERS_SAFEGUARD] if kind == "on-call" else [])
    found = {person.pk: person for right in rights for person in people_who_may(right) if person.is_active}
    return sorted(found.values(), key=lambda person: (person.name.lower(), person.pk))


@transaction.atomic
def add(*, kind: str, values: dict[str, Any], weeks: int = 1, by: Any) -> list[Any]:
    """Plan hours, and the same in the weeks that follow. Raises ModerationRefused where they overlap."""
    made = []
    for number in range(min(max(weeks, 1), LONGEST_REPEAT)):
        shifted = {name: _later(value, number) for name, value in values.items()}
        made.append(_save(KINDS[kind](**shifted)))
    audit.record(action="peers_rota.change", by=by, object=made[0], detail={"planned": len(made)})
    rota_notices.planned(kind, made, getattr(made[0], PERSON[kind]), by=by)
    return made


@transaction.atomic
def change(*, hours: Any, values: dict[str, Any], by: Any) -> Any:
    """Change planned hours. Raises ModerationRefused where they overlap."""
    kind = _kind_of(hours)
    before = copy(hours)
    for name, value in values.items():
        setattr(hours, name, value)
    _save(hours)
    audit.record(action="peers_rota.change", by=by, object=hours, detail={"changed": 1})
    was, now = (getattr(each, PERSON[kind]) for each in (before, hours))
    if was == now:
        rota_notices.changed(kind, hours, now, by=by)
    else:
        rota_notices.taken_out(kind, before, was, by=by)
        rota_notices.planned(kind, [hours], now, by=by)
    return hours


@transaction.atomic
def remove(*, hours: Any, by: Any) -> None:
    """Take planned hours out."""
    audit.record(action="peers_rota.change", by=by, object=hours, detail={"removed": 1})
    kind = _kind_of(hours)
    rota_notices.taken_out(kind, hours, getattr(hours, PERSON[kind]), by=by)
    hours.delete()


def of_week(start: datetime.datetime) -> Iterable[tuple[str, Any]]:
    """(kind, hours) that touch the week from `start` on, in order. Two queries."""
    within = {"starts_at__lt": start + WEEK, "ends_at__gt": start}
    for kind, model in KINDS.items():
        for row in model._default_manager.filter(**within).select_related(PERSON[kind]).order_by("starts_at", "pk"):
            yield kind, row


def _kind_of(hours: Any) -> str:
    return next(kind for kind, model in KINDS.items() if isinstance(hours, model))


def _later(value: Any, weeks: int) -> Any:
    """The same time of the clock some weeks later, also where summer time begins or ends between."""
    if not isinstance(value, datetime.datetime):
        return value
    from django.utils import timezone

    local = timezone.localtime(value).replace(tzinfo=None)
    return timezone.make_aware(local + WEEK * weeks)


def _save(hours: Any) -> Any:
    """Save; what the database refuses is said in its own words, and on which day."""
    try:
        with transaction.atomic():
            hours.save()
    except IntegrityError as error:
        from ui import formats

        words = next((each.violation_error_message for each in hours._meta.constraints if each.name in str(error)), "")
        raise ModerationRefused(f"{words} ({formats.date(hours.starts_at)})") from error
    return hours
