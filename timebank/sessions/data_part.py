"""What sessions know of a person: where they were the mentor and what they were paid, and what they did for others."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from data_rights import rows
from data_rights.registry import Kept, Part, Section

_model = rows.models_of("timebank")

# Model -> how a row leads to the person, and the fields of a copy.
DONE: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Session": (("made_by", "ended_by"), ("title", "topic", "made_on", "starts_at", "made_by", "ended_by", "reason")),
    "SessionPart": (("said_by", "confirmed_by"), ("said_on", "minutes_said", "confirmed_on")),
    "SessionStep": (("by",), ("kind", "on", "minutes")),
    "ProposedDate": (("by",), ("starts_at", "made_on")),
    "ProposedHours": (("by", "answered_by"), ("minutes", "made_on", "answered_on")),
    "DateAnswer": (("by",), ("can", "made_on")),
    "Dispute": (("by", "settled_by"), ("by", "reason", "opened_on", "settled_by", "settled_on")),
    "Feedback": (("by",), ("useful", "words", "made_on")),
    "Lesson": (("by",), ("title", "words", "made_on")),
}
MENTORED = (
    "part",
    "kind",
    "named_on",
    "took_part",
    "answered_on",
    "payment_pence",
    "expenses_pence",
    "paid_on",
    "payment_note",
)
WHAT = "That you agreed, confirmed, disputed or commented on sessions of the time bank for your area, and when"
WHY = (
    "Hours were given and had by what you said for your area, so it has to be answerable later (UK GDPR article 5(2)). "
    "The rows know you by number."
)
WHAT_PAID = "That you were a mentor, and what you were paid"
WHY_PAID = "Whoever spends public money keeps for six years to whom it went (Limitation Act 1980). Your name is gone."
AS_LONG = "for as long as the network runs"
PAID_UNTIL = "six years after the payment"


def export(user: Any) -> Iterable[Section]:
    """Sessions in which the person was the mentor, with payments; and what they did and wrote."""
    words = "In pence. Your area's lead sees these beside you, and nobody else."
    yield rows.section_of(
        "timebank-mentored", "Sessions in which you were the mentor", _mentored(user), user, words=words, only=MENTORED
    )
    for name, (_, only) in DONE.items():
        title = f"Of the time bank: {rows.plural(_model(name))} that you wrote or answered"
        yield rows.section_of(f"timebank-{name.lower()}", title, _done(name, user), user, only=only)


def erase(user: Any, by: Any) -> Iterable[str]:
    """Where the person was a mentor and nothing was paid, the row goes; notes on payments go, the amounts stay."""
    unpaid = _mentored(user).filter(payment_pence__isnull=True, expenses_pence__isnull=True)
    gone = unpaid.delete()[0]
    if gone:
        yield f"Took them off {rows.counted(gone, 'sessions of the time bank')} as a mentor."
    noted = _mentored(user).exclude(payment_note="").update(payment_note="")
    if noted:
        yield f"Deleted {rows.counted(noted, 'notes on payments')}."


def keeps(user: Any) -> list[Kept]:
    """Rows that know the person by number: what they did, and what was paid to them."""
    count = sum(_done(name, user).count() for name in DONE)
    paid = _mentored(user).filter(Q(payment_pence__isnull=False) | Q(expenses_pence__isnull=False)).count()
    found = [Kept(WHAT, WHY, AS_LONG, count), Kept(WHAT_PAID, WHY_PAID, PAID_UNTIL, paid)]
    return [kept for kept in found if kept.count]


def _mentored(user: Any) -> Any:
    return _model("SessionMentor")._default_manager.filter(person=user).order_by("pk")


def _done(name: str, user: Any) -> Any:
    wanted = Q()
    for path in DONE[name][0]:
        wanted |= Q(**{path: user})
    return _model(name)._default_manager.filter(wanted).order_by("pk")


PART = Part(
    key="timebank-sessions",
    title="Sessions of the time bank",
    models=(*(f"timebank.{name}" for name in DONE), "timebank.SessionMentor"),
    export=export,
    erase=erase,
    keeps=keeps,
    order=43,
)
