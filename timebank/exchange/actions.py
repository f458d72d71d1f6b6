"""Writing offers and requests. What is proposed about one lapses once it changes or is taken away."""

import datetime
from typing import Any, TypeVar

from django.db import transaction

import audit
from accounts.models import User
from config.today import is_sample_activity, today
from timebank.exchange import notices
from timebank.exchange.errors import ExchangeRefused, NothingChanged, ReasonMissing, WrongState
from timebank.exchange.queries import minutes_left
from timebank.models import Account, Offer, Proposal, Request

Row = TypeVar("Row", Offer, Request)
# An offer is listed for half a year, and asked for again then: what nobody has looked at since is no offer.
OFFER_LISTED = datetime.timedelta(days=182)
LONGEST_LISTED = datetime.timedelta(days=366)


@transaction.atomic
def add_offer(*, account: Account, values: dict[str, Any], by: User | None, state: str = Offer.State.OPEN) -> Offer:
    """A new offer of an account, listed for half a year or until it ends. Raises ValidationError."""
    until = values.get("available_until")
    expires_on = min(until, today() + OFFER_LISTED) if until else today() + OFFER_LISTED
    return _add(Offer(account=account, by=by, state=state, expires_on=expires_on, **values), by)


@transaction.atomic
def add_request(*, account: Account, values: dict[str, Any], by: User | None) -> Request:
    """A new request of an account, listed until the day by which it is needed. Raises ValidationError."""
    return _add(Request(account=account, by=by, expires_on=values["needed_by"], **values), by)


@transaction.atomic
def offer_oneself(*, account: Account, values: dict[str, Any], by: User) -> Offer:
    """Somebody offers to be a mentor for their area; it is open once the area's lead agrees."""
    made = add_offer(account=account, values={**values, "mentor": by}, by=by, state=Offer.State.ASKED)
    notices.mentor_offered(made)
    return made


@transaction.atomic
def agree(*, offer: Offer, by: User | None) -> Offer:
    """The area's lead agrees to what somebody offered. Raises WrongState."""
    found = _locked(offer, Offer.State.ASKED)
    _store(found, {"state": Offer.State.OPEN}, "agree", by)
    notices.mentor_answered(found, by=by)
    return found


@transaction.atomic
def change(*, row: Row, values: dict[str, Any], by: User | None) -> Row:
    """Change what differs; raises NothingChanged, ValidationError, WrongState once it is over."""
    found = _locked(row, *_alive(row))
    changed = {name: value for name, value in values.items() if getattr(found, name) != value}
    if not changed:
        raise NothingChanged
    if isinstance(found, Request) and "needed_by" in changed:
        changed |= {"expires_on": changed["needed_by"], "reminded_on": None}
    _store(found, changed, "change", by)
    lapse(found)
    return found


@transaction.atomic
def pause(*, offer: Offer, by: User | None) -> Offer:
    """Take an offer off the list for a while. Raises WrongState."""
    found = _locked(offer, Offer.State.OPEN)
    _store(found, {"state": Offer.State.PAUSED}, "pause", by)
    lapse(found)
    return found


@transaction.atomic
def resume(*, offer: Offer, by: User | None) -> Offer:
    """Put a paused offer back on the list. Raises WrongState."""
    found = _locked(offer, Offer.State.PAUSED)
    _store(found, {"state": Offer.State.OPEN}, "resume", by)
    return found


@transaction.atomic
def withdraw(*, row: Row, reason: str, by: User | None) -> Row:
    """Take it off the list for good, with a reason. Raises ReasonMissing, WrongState."""
    if not reason.strip():
        raise ReasonMissing
    found = _locked(row, *_alive(row))
    was_asked = found.state == Offer.State.ASKED
    _store(found, {"state": type(found).State.WITHDRAWN, "state_reason": reason.strip()}, "withdraw", by)
    lapse(found)
    if was_asked and isinstance(found, Offer):
        notices.mentor_answered(found, by=by)
    return found


@transaction.atomic
def extend(*, row: Row, until: datetime.date, by: User | None) -> Row:
    """List it until a later day; one that has run out is open again. Raises ExchangeRefused."""
    state = type(row).State
    found = _locked(row, *_alive(row), state.EXPIRED)
    if not today() < until <= today() + LONGEST_LISTED:
        raise ExchangeRefused("Choose a day from tomorrow to a year from today.")
    values: dict[str, Any] = {"expires_on": until, "reminded_on": None}
    if isinstance(found, Request):
        values["needed_by"] = until
    elif found.available_until and found.available_until < until:
        values["available_until"] = until
    if found.state == state.EXPIRED:
        values["state"] = state.OPEN
    _store(found, values, "extend", by)
    return found


def lapse(row: Offer | Request) -> int:
    """What is proposed about it, and not agreed yet, is over; says how many proposals."""
    field = "offer" if isinstance(row, Offer) else "request"
    waiting = Proposal.objects.filter(**{field: row}, state=Proposal.State.PROPOSED)
    return waiting.update(state=Proposal.State.LAPSED)


def settle_request(request: Request) -> None:
    """Open while minutes of it are not agreed with anybody, else matched; for the matching and the sessions."""
    if request.state in (Request.State.OPEN, Request.State.MATCHED):
        left = minutes_left([request])[request.pk]
        request.state = Request.State.OPEN if left else Request.State.MATCHED
        request.save(update_fields=["state"])


def meet(request: Request) -> None:
    """All that was asked for has been given: for the sessions."""
    if request.state in (Request.State.OPEN, Request.State.MATCHED):
        request.state = Request.State.MET
        request.save(update_fields=["state"])


def _alive(row: Offer | Request) -> tuple[str, ...]:
    if isinstance(row, Offer):
        return (Offer.State.ASKED, Offer.State.OPEN, Offer.State.PAUSED)
    return (Request.State.OPEN, Request.State.MATCHED)


def _locked(row: Row, *states: str) -> Row:
    found = type(row).objects.select_for_update(of=("self",)).select_related("account").get(pk=row.pk)
    if found.state not in states:
        raise WrongState(str(found.get_state_display()))
    return found


def _add(row: Row, by: User | None) -> Row:
    row.is_sample = is_sample_activity()
    row.full_clean()
    row.save()
    audit.record(action=f"timebank.{row._meta.model_name}_add", by=by, area=row.account.area, object=row)
    return row


def _store(row: Row, values: dict[str, Any], verb: str, by: User | None) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
    detail = {"fields": sorted(values)}
    action = f"timebank.{row._meta.model_name}_{verb}"
    audit.record(action=action, by=by, area=row.account.area, object=row, detail=detail)
