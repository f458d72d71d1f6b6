"""Timed sessions of operators: begun with a reason, over after an hour, both in the audit."""

import datetime
from typing import Any

from django.contrib.auth import signals
from django.db import transaction
from django.db.models import Q
from django.dispatch import receiver
from django.utils import timezone

import audit
from accounts.models import StaffSession, User

LENGTH = datetime.timedelta(minutes=60)


def current(user: Any) -> StaffSession | None:
    """The session that runs now, or None."""
    return StaffSession.objects.filter(user_id=user.pk, ended_at__isnull=True, ends_at__gt=timezone.now()).first()


def earlier(user: Any) -> list[StaffSession]:
    """The person's last ten sessions that are over, the newest first."""
    over = Q(ended_at__isnull=False) | Q(ends_at__lte=timezone.now())
    return list(StaffSession.objects.filter(over, user_id=user.pk)[:10])


@transaction.atomic
def start(*, by: User, reason: str) -> StaffSession:
    """Begin a session of 60 minutes; one that still runs is ended first, so that none is ever made longer."""
    now = timezone.now()
    User.objects.select_for_update().get(pk=by.pk)
    StaffSession.objects.filter(user=by, ended_at__isnull=True).update(ended_at=now)
    session = StaffSession.objects.create(user=by, reason=reason.strip(), started_at=now, ends_at=now + LENGTH)
    audit.record(action="staff_session.start", by=by, object=session)  # the reason is looked up: it may name people
    return session


@transaction.atomic
def end(*, by: User) -> None:
    """End the person's session; nothing happens where none runs."""
    if StaffSession.objects.filter(user=by, ended_at__isnull=True).update(ended_at=timezone.now()):
        audit.record(action="staff_session.end", by=by)


@receiver(signals.user_logged_out, dispatch_uid="accounts.staff_session_over")
def signed_out(sender: Any, user: Any, **_: Any) -> None:
    """Signing out ends it too, by hand or because nothing was clicked for a while."""
    if user is not None:
        end(by=user)
