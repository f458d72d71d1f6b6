"""Feedback after an answered enquiry, the provider's answer, and the commissioner who reads both first."""

from typing import Any

from django.db import transaction

import audit
from config.today import moment
from market.asking import notices
from market.asking.errors import DecidedAlready, FeedbackRefused, NothingWritten
from market.models import Buyer, Enquiry, Feedback
from market.models.feedback import Reason

State = Feedback.State


def may_give(enquiry: Enquiry) -> bool:
    """Whether the provider has answered and no feedback was given. One query."""
    return enquiry.answered_on is not None and not Feedback.objects.filter(enquiry=enquiry).exists()


@transaction.atomic
def give(*, enquiry: Enquiry, helped: str, by: Buyer, words: str = "", is_sample: bool = False) -> Feedback:
    """Say whether it helped. A commissioner reads it before others do. Raises FeedbackRefused."""
    enquiry = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if enquiry.buyer_id != by.pk or not may_give(enquiry):
        raise FeedbackRefused("You can give feedback once, after the provider has answered you.")
    made = Feedback.objects.create(
        buyer=by, enquiry=enquiry, provider=enquiry.provider, helped=helped, words=words.strip(), at=moment(),
        is_sample=is_sample,
    )  # fmt: skip
    notices.feedback_waits(made)
    return made


@transaction.atomic
def take_back(*, feedback: Feedback, by: Buyer) -> None:
    """Take one's feedback back: it goes, with what the provider answered."""
    Feedback.objects.filter(pk=feedback.pk, buyer=by).delete()


@transaction.atomic
def read(*, feedback: Feedback, by: Any, reason: str = "", note: str = "") -> Feedback:
    """Show feedback, or refuse it for one of the fixed reasons. Raises DecidedAlready, FeedbackRefused."""
    feedback = _lock(feedback)
    if feedback.state != State.WAITING:
        raise DecidedAlready
    _check_reason(reason)
    feedback.state = State.REFUSED if reason else State.SHOWN
    feedback.reason, feedback.note, feedback.read_by, feedback.read_at = reason, note.strip(), by, moment()
    feedback.save(update_fields=["state", "reason", "note", "read_by", "read_at"])
    audit.record(action="market.feedback_read", by=by, object=feedback, detail={"reason": reason})
    notices.feedback_read(feedback)
    return feedback


def may_answer(feedback: Feedback) -> bool:
    """Whether it is shown, and no answer to it is shown or waits."""
    return feedback.state == State.SHOWN and feedback.answer_state not in (State.WAITING, State.SHOWN)


@transaction.atomic
def answer(*, feedback: Feedback, words: str, by: Any) -> Feedback:
    """The provider answers once; a refused answer may be written anew. Raises FeedbackRefused, NothingWritten."""
    feedback = _lock(feedback)
    if not may_answer(feedback):
        raise FeedbackRefused("You can answer feedback that is shown, and once.")
    if not words.strip():
        raise NothingWritten
    feedback.answer, feedback.answer_state, feedback.answer_reason = words.strip(), State.WAITING, ""
    feedback.answered_by, feedback.answered_at = by, moment()
    feedback.save(update_fields=["answer", "answer_state", "answer_reason", "answered_by", "answered_at"])
    notices.feedback_waits(feedback)
    return feedback


@transaction.atomic
def read_answer(*, feedback: Feedback, by: Any, reason: str = "", note: str = "") -> Feedback:
    """Show the provider's answer, or refuse it. Raises DecidedAlready, FeedbackRefused."""
    feedback = _lock(feedback)
    if feedback.answer_state != State.WAITING:
        raise DecidedAlready
    _check_reason(reason)
    feedback.answer_state = State.REFUSED if reason else State.SHOWN
    feedback.answer_reason, feedback.answer_note = reason, note.strip()
    feedback.answer_read_by, feedback.answer_read_at = by, moment()
    feedback.save(update_fields=["answer_state", "answer_reason", "answer_note", "answer_read_by", "answer_read_at"])
    audit.record(action="market.answer_read", by=by, object=feedback, detail={"reason": reason})
    notices.answer_read(feedback)
    return feedback


def _check_reason(reason: str) -> None:
    if reason and reason not in Reason.values:
        raise FeedbackRefused("Choose a reason from the list. That it is critical is no reason.")


def _lock(feedback: Feedback) -> Feedback:
    rows = Feedback.objects.select_for_update(of=("self",)).select_related("buyer__user", "provider__organisation")
    return rows.get(pk=feedback.pk)
