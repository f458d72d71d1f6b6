"""Writing down what happened to a session: its own history, and the audit of the whole site."""

import datetime
from typing import Any

import audit
from timebank.models.accounts import Account
from timebank.models.session_settling import SessionStep
from timebank.models.sessions import Session

Kind = SessionStep.Kind


def keep(
    session: Session,
    kind: SessionStep.Kind,
    *,
    by: Any,
    account: Account | None = None,
    minutes: int | None = None,
    starts_at: datetime.datetime | None = None,
) -> None:
    """Add a step and its audit row, in the transaction that makes the change."""
    SessionStep.objects.create(session=session, kind=kind, by=by, account=account, minutes=minutes, starts_at=starts_at)
    detail: dict[str, Any] = {"step": kind.value}
    if account is not None:
        detail["account"] = account.slug
    if minutes is not None:
        detail["minutes"] = minutes
    area = account.area if account else None
    audit.record(action=ACTIONS.get(kind, "timebank.session_change"), by=by, area=area, object=session, detail=detail)


ACTIONS = {
    Kind.BEGUN: "timebank.session_begin",
    Kind.RECORDED: "timebank.session_begin",
    Kind.BOOKED: "timebank.session_book",
    Kind.MOVED: "timebank.session_book",
    Kind.HOURS_ASKED: "timebank.session_hours",
    Kind.HOURS_YES: "timebank.session_hours",
    Kind.HOURS_NO: "timebank.session_hours",
    Kind.HOURS_SET: "timebank.session_hours",
    Kind.CANCELLED: "timebank.session_cancel",
    Kind.SAID: "timebank.session_say",
    Kind.CONFIRMED: "timebank.session_confirm",
    Kind.ON_BEHALF: "timebank.session_confirm_behalf",
    Kind.SILENCE: "timebank.session_silence",
    Kind.POSTED: "timebank.session_post",
    Kind.DISPUTED: "timebank.session_dispute",
    Kind.TAKEN_BACK: "timebank.session_dispute_back",
    Kind.SETTLED: "timebank.session_settle",
    Kind.MENTOR: "timebank.session_mentor",
    Kind.MENTOR_OUT: "timebank.session_mentor",
    Kind.TOOK_PART: "timebank.session_mentor",
    Kind.NOT_THERE: "timebank.session_mentor",
    Kind.FEEDBACK: "timebank.session_feedback",
    Kind.LESSON: "timebank.session_lesson",
}
AUDIT_WORDS = (
    ("timebank.session_begin", "Began a session of the time bank"),
    ("timebank.session_change", "Changed a session of the time bank"),
    ("timebank.session_book", "Booked a session of the time bank"),
    ("timebank.session_hours", "Proposed or answered other hours for a session of the time bank"),
    ("timebank.session_cancel", "Cancelled a session of the time bank"),
    ("timebank.session_say", "Said how long a session of the time bank was"),
    ("timebank.session_confirm", "Confirmed a session of the time bank"),
    ("timebank.session_confirm_behalf", "Confirmed a session of the time bank on an account's behalf"),
    ("timebank.session_silence", "A session of the time bank was confirmed by silence"),
    ("timebank.session_post", "Posted a session to the time bank's ledger"),
    ("timebank.session_dispute", "Raised a dispute about a session of the time bank"),
    ("timebank.session_dispute_back", "Took back a dispute about a session of the time bank"),
    ("timebank.session_settle", "Settled a dispute about a session of the time bank"),
    ("timebank.session_mentor", "Named or heard a mentor of a session of the time bank"),
    ("timebank.session_payment", "Recorded a payment beside the hours of a session"),
    ("timebank.session_feedback", "Gave feedback on a session of the time bank"),
    ("timebank.session_lesson", "Wrote down a lesson of a session of the time bank"),
)
