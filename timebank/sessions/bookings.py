"""Beginning a session: from a proposal that both agreed to, directly between accounts, or afterwards."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from config.today import is_sample_activity, today
from timebank.calc.sessions.splitting import QUARTER, in_quarters
from timebank.models import Account, Proposal, Session, SessionMentor, SessionPart
from timebank.sessions import confirming, notices, reserving, steps
from timebank.sessions.errors import SessionRefused
from timebank.sessions.locking import check_words
from timebank.sessions.steps import Kind

Side = SessionPart.Side
AGREED_DIRECTLY, FROM_PROPOSAL, AFTERWARDS = Session.Origin.DIRECT, Session.Origin.PROPOSAL, Session.Origin.AFTERWARDS


@transaction.atomic
def start(*, proposal: Proposal, by: Any) -> Session:
    """The session of a proposal to which both sides said yes; the dates come next. A second time gives the same one.

    Raises SessionRefused where the proposal isn't agreed.
    """
    found = Session.objects.filter(proposal=proposal).exclude(state=Session.State.CANCELLED).first()
    if found is not None:
        return found
    if proposal.state != Proposal.State.AGREED:
        raise SessionRefused("Both sides have to say yes to the proposal first.")
    request, offer = proposal.request, proposal.offer
    values = {"title": request.title, "topic": request.topic, "group": request.group, "how": request.how}
    links = {"proposal": proposal, "request": request, "offer": offer}
    session = _make(FROM_PROPOSAL, [offer.account], [request.account], proposal.minutes, {**values, **links}, by)
    if offer.mentor is not None:
        part = session.parts.get(side=Side.GIVES)
        SessionMentor.objects.create(part=part, person=offer.mentor, kind=offer.mentor_kind, named_by=by)
    steps.keep(session, Kind.BEGUN, by=by, minutes=session.minutes)
    notices.begun(session, by=by)
    return session


@transaction.atomic
def agree(
    *, giving: Sequence[Account], receiving: Sequence[Account], minutes: int, values: Mapping[str, Any],
    account: Account, by: Any,
) -> Session:  # fmt: skip
    """A session that accounts agree among themselves, begun by one of them; the others agree by saying yes to a date.

    `values` are title, topic, and where wanted group, details, how, request, offer. Raises SessionRefused.
    """
    session = _make(AGREED_DIRECTLY, giving, receiving, minutes, values, by)
    steps.keep(session, Kind.BEGUN, by=by, account=account, minutes=minutes)
    notices.begun(session, by=by)
    return session


@transaction.atomic
def record(
    *, giving: Sequence[Account], receiving: Sequence[Account], minutes: int, values: Mapping[str, Any],
    met_at: datetime.datetime, account: Account, by: Any, confirms: bool,
) -> Session:  # fmt: skip
    """“We already met”: a session that took place. `account` says its minutes, and confirms them where `confirms`.

    Where the account itself was helped, its minutes are reserved at once; others' are not, because they have not agreed
    to anything yet. Raises SessionRefused, NotEnough.
    """
    if timezone.localdate(met_at) > today():
        raise SessionRefused("This day is still to come. Agree on a session instead, and propose the date.")
    values = {**values, "starts_at": met_at, "state": Session.State.DELIVERED, "waits_since": today()}
    session = _make(AFTERWARDS, giving, receiving, minutes, values, by)
    steps.keep(session, Kind.RECORDED, by=by, account=account, minutes=minutes, starts_at=met_at)
    own = session.parts.filter(account=account, side=Side.RECEIVES)
    reserving.reserve(session, list(own.select_related("account__area")), by=by)
    confirming.say(session=session, account=account, minutes=minutes, by=by, confirms=confirms)
    return session


def _make(
    origin: str,
    giving: Sequence[Account],
    receiving: Sequence[Account],
    minutes: int,
    values: Mapping[str, Any],
    by: Any,
) -> Session:
    """The session with its parts, each side's minutes shared out evenly in quarters of an hour."""
    _check(giving, receiving, minutes)
    _check_links(giving, receiving, values)
    session = Session(
        origin=origin, minutes=minutes, made_by=by, made_on=today(), is_sample=is_sample_activity(), **values
    )
    check_words(session)
    session.save()
    for side, accounts in ((Side.GIVES, giving), (Side.RECEIVES, receiving)):
        shares = in_quarters(minutes, [1] * len(accounts))
        SessionPart.objects.bulk_create(
            SessionPart(session=session, account=account, side=side, minutes=share)
            for account, share in zip(accounts, shares, strict=True)
        )
    return session


def _check(giving: Sequence[Account], receiving: Sequence[Account], minutes: int) -> None:
    """Say what the form can't: the database would refuse it in its own words."""
    if not giving or not receiving:
        raise SessionRefused("Say who gives the time, and who is helped.")
    if min(len(giving), len(receiving)) > 1:
        raise SessionRefused("Several can help one, or one can help several. Record the rest as a session of its own.")
    if {account.pk for account in giving} & {account.pk for account in receiving}:
        raise SessionRefused("An area can’t help itself. Choose different areas on the two sides.")
    if minutes <= 0 or minutes % QUARTER:
        raise SessionRefused("Give the time in quarters of an hour, for example 1.5 hours.")
    if minutes < QUARTER * max(len(giving), len(receiving)):
        raise SessionRefused("Everybody has a quarter of an hour at least. Choose a longer time or fewer areas.")


def _check_links(giving: Sequence[Account], receiving: Sequence[Account], values: Mapping[str, Any]) -> None:
    """An offer is of somebody who gives, a request of somebody who is helped: hours count towards both."""
    for name, side, words in (("offer", giving, "give the time"), ("request", receiving, "are helped")):
        row = values.get(name)
        if row is not None and row.account_id not in {account.pk for account in side}:
            whose = row.account.name
            raise SessionRefused(
                f"The {name} “{row.title}” is of {whose}. Put {whose} among those who {words}, or begin a session "
                "without it from the list of sessions."
            )
