"""When the sides don't agree: everything is held, and the network manager settles it with a reason."""

from typing import Any

from django.db import transaction

from config.today import today
from timebank.calc.sessions.splitting import QUARTER
from timebank.models import Account, Dispute, Session
from timebank.sessions import cancelling, confirming, notices, posting, steps
from timebank.sessions.errors import ReasonMissing, SessionRefused
from timebank.sessions.locking import locked, part_of, parts_of, save
from timebank.sessions.steps import Kind

State, Outcome = Session.State, Dispute.Outcome


@transaction.atomic
def open_one(*, session: Session, account: Account | None, reason: str, by: Any) -> Dispute:
    """Raise a dispute for an account; without one, for the site itself, where silence may not confirm.

    Raises ReasonMissing, WrongState: a session is disputed once somebody has said how long it was, or its day is over.
    """
    if not reason.strip():
        raise ReasonMissing
    found = locked(session, State.BOOKED, State.DELIVERED)
    if found.starts_on and found.starts_on > today():
        raise SessionRefused("The session is still to come. Propose another date, or cancel it and say why.")
    if account is not None:
        part_of(found, account)
    dispute = Dispute.objects.create(session=found, account=account, by=by, reason=reason.strip(), opened_on=today())
    found.state = State.DISPUTED
    save(found, "state")
    steps.keep(found, Kind.DISPUTED, by=by, account=account)
    notices.disputed(found, account, by=by)
    return dispute


@transaction.atomic
def take_back(*, session: Session, account: Account, by: Any) -> Session:
    """Whoever raised it takes it back; the session waits for confirmation again. Raises SessionRefused, WrongState."""
    found = locked(session, State.DISPUTED)
    dispute = open_dispute(found)
    if dispute.account_id != account.pk:
        raise SessionRefused("Only whoever raised the dispute can take it back.")
    _close(dispute, Outcome.TAKEN_BACK, by=by)
    found.state, found.waits_since, found.told, found.told_on = State.DELIVERED, today(), 0, None
    save(found, "state", "waits_since", "told", "told_on")
    steps.keep(found, Kind.TAKEN_BACK, by=by, account=account)
    if not confirming.close_if_agreed(found, by=by):
        notices.taken_back(found, account, by=by)
    return found


@transaction.atomic
def settle(*, session: Session, minutes: int, reason: str, by: Any) -> Session:
    """The network manager settles: so many minutes are posted, or with 0 nothing, and what was reserved is free.

    Raises ReasonMissing, WrongState, SessionRefused, NotEnough.
    """
    if not reason.strip():
        raise ReasonMissing
    if minutes < 0 or minutes % QUARTER or minutes > confirming.LONGEST:
        raise SessionRefused("Settle with quarters of an hour, or with 0 for nothing.")
    found = locked(session, State.DISPUTED)
    dispute = open_dispute(found)
    _close(dispute, Outcome.MINUTES if minutes else Outcome.NOTHING, by=by, minutes=minutes, reason=reason.strip())
    steps.keep(found, Kind.SETTLED, by=by, minutes=minutes)
    if minutes:
        posting.post(found, parts_of(found), minutes=minutes, by=by)
    else:
        cancelling.end(found, f"Settled by the network manager, with no minutes: {reason.strip()}", by=by)
    notices.settled(found, minutes, by=by)
    return found


def open_dispute(session: Session) -> Dispute:
    """The dispute that waits. Raises SessionRefused where there is none."""
    found = session.disputes.filter(outcome=Outcome.OPEN).select_related("account__area").first()
    if found is None:
        raise SessionRefused("There is no open dispute about this session.")
    return found


def _close(dispute: Dispute, outcome: str, *, by: Any, minutes: int = 0, reason: str = "") -> None:
    dispute.outcome, dispute.minutes = outcome, minutes or None
    dispute.settled_by, dispute.settled_on, dispute.settled_reason = by, today(), reason
    dispute.save()
