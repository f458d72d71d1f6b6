"""What people ask about their data: made, taken back, answered, carried out."""

import datetime
from typing import Any

import structlog
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

import audit
from accounts.models import User
from data_rights import erasing
from data_rights.errors import CannotErase, DataRightsError, RequestOver
from data_rights.models import DataRequest

# One month, as UK GDPR article 12(3) asks; counted as 28 days, so that February keeps it too.
ANSWER_DAYS = 28
THINK_AGAIN_DAYS = 14

log = structlog.get_logger(__name__)
Kind, State = DataRequest.Kind, DataRequest.State


@transaction.atomic
def ask_for_correction(*, by: User, text: str) -> DataRequest:
    """Ask that something be put right which the person can't change themselves."""
    now = timezone.now()
    made = DataRequest.objects.create(
        kind=Kind.CORRECTION, person=by, text=text.strip(), due_at=now + datetime.timedelta(days=ANSWER_DAYS)
    )
    audit.record(action="data_request.make", by=by, object=made, detail={"kind": "correction"})
    return made


@transaction.atomic
def ask_for_erasure(*, by: User) -> DataRequest:
    """Ask to be erased: done in 14 days unless taken back. Asking twice is asking once. Raises CannotErase."""
    waiting = open_erasure_of(by)
    if waiting:
        return waiting
    faults = erasing.plan(by).refusals
    if faults:
        raise CannotErase(faults)
    now = timezone.now()
    made = DataRequest.objects.create(
        kind=Kind.ERASURE,
        person=by,
        due_at=now + datetime.timedelta(days=ANSWER_DAYS),
        carry_out_at=now + datetime.timedelta(days=THINK_AGAIN_DAYS),
    )
    audit.record(action="data_request.make", by=by, object=made, detail={"kind": "erasure"})
    transaction.on_commit(lambda: _mail_of_erasure(made))
    return made


def open_erasure_of(user: User) -> DataRequest | None:
    """The erasure that waits for this person, or None."""
    return DataRequest.objects.filter(person=user, kind=Kind.ERASURE, state=State.OPEN).first()


@transaction.atomic
def cancel(request: DataRequest, *, by: User) -> DataRequest:
    """Take a request back; raises RequestOver."""
    locked = _locked(request)
    _end(locked, State.CANCELLED)
    audit.record(action="data_request.cancel", by=by, object=locked, detail={"kind": locked.kind})
    return locked


@transaction.atomic
def answer(request: DataRequest, *, by: User, words: str) -> DataRequest:
    """Answer a request; the person reads the words on their own page. Raises RequestOver."""
    locked = _locked(request)
    if locked.kind == Kind.ERASURE:
        raise DataRightsError("An erasure is carried out, not answered.")
    _end(locked, State.ANSWERED, answer=words.strip(), answered_by=by)
    audit.record(action="data_request.answer", by=by, object=locked, detail={"kind": locked.kind})
    return locked


@transaction.atomic
def carry_out(request: DataRequest, *, by: User | None) -> erasing.Erased:
    """Erase the person who asked, now. Raises RequestOver, CannotErase."""
    locked = _locked(request)
    _end(locked, State.DONE, answered_by=by)
    return erasing.erase(user=locked.person, by=by, why="asked")


def carry_out_due() -> int:
    """Erase everybody whose 14 days are over; returns how many. One that can't be done yet stays in the queue."""
    done = 0
    due = DataRequest.objects.filter(kind=Kind.ERASURE, state=State.OPEN, carry_out_at__lte=timezone.now())
    for request in due:
        try:
            carry_out(request, by=None)
            done += 1
        except CannotErase as refusal:
            log.warning("erasure waits", request=str(request.public_id), faults=len(refusal.faults))
    return done


def _locked(request: DataRequest) -> DataRequest:
    locked = DataRequest.objects.select_for_update().get(pk=request.pk)
    if not locked.is_open:
        raise RequestOver
    return locked


def _end(request: DataRequest, state: str, **facts: Any) -> None:
    for name, value in {"state": state, "ended_at": timezone.now(), **facts}.items():
        setattr(request, name, value)
    request.save()


def _mail_of_erasure(request: DataRequest) -> None:
    context = {
        "day": timezone.localtime(request.carry_out_at),
        "site": settings.WAGTAIL_SITE_NAME,
        "link": settings.SITE_URL.rstrip("/") + reverse("data_rights:mine"),
    }
    send_mail(
        subject="You asked us to erase you",
        message=render_to_string("data_rights/email/erasure.txt", context),
        from_email=None,
        recipient_list=[request.person.email],
    )
