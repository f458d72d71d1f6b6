"""People decide: both sides say yes or no to a proposal; the coordinator pins and refuses pairs."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q

import audit
from accounts.models import User
from config.today import today
from timebank.exchange import actions as exchange
from timebank.exchange.errors import ReasonMissing, WrongState
from timebank.matching import bookings, notices
from timebank.models import Account, Offer, PairDecision, Proposal, Request

State, Answer = Proposal.State, Proposal.Answer


def sides(proposal: Proposal, accounts: Iterable[Account]) -> list[str]:
    """For which sides of a proposal these accounts answer: `asker`, `giver`."""
    mine = {account.pk for account in accounts}
    whose = (("asker", proposal.request.account_id), ("giver", proposal.offer.account_id))
    return [side for side, account in whose if account in mine]


def waiting_for(accounts: Iterable[Account]) -> int:
    """How many proposals wait for an answer of one of these accounts. One query."""
    mine = list(accounts)
    asked = Q(request__account__in=mine, asker_answer="") | Q(offer__account__in=mine, giver_answer="")
    return Proposal.objects.filter(asked, state=State.PROPOSED).count()


@transaction.atomic
def accept(*, proposal: Proposal, side: str, by: User | None) -> Proposal:
    """One side says yes; once both have, it is agreed and a session begins. Raises WrongState; LimitPassed where the
    session can't be booked within the account's limit."""
    found = _locked(proposal)
    setattr(found, f"{side}_answer", Answer.YES)
    if found.asker_answer == found.giver_answer == Answer.YES:
        found.state = State.AGREED
        found.save()
        exchange.settle_request(found.request)
        session = bookings.start(proposal=found, by=by)
        found.session_ref = getattr(session, "public_id", None)
    found.save()
    _audit("timebank.proposal_accept", found, side, by)
    notices.answered(found, side=side, by=by)
    return found


@transaction.atomic
def decline(*, proposal: Proposal, side: str, reason: str, by: User | None) -> Proposal:
    """One side says no, with a reason; the pair is not proposed again. Raises ReasonMissing, WrongState."""
    if not reason.strip():
        raise ReasonMissing
    found = _locked(proposal)
    setattr(found, f"{side}_answer", Answer.NO)
    found.state, found.reason = State.DECLINED, reason.strip()
    found.save()
    decide(request=found.request, offer=found.offer, kind="refuse", reason=reason, by=by)
    _audit("timebank.proposal_decline", found, side, by)
    notices.answered(found, side=side, by=by)
    return found


@transaction.atomic
def decide(*, request: Request, offer: Offer, kind: str, reason: str, by: User | None) -> PairDecision:
    """Pin a pair, or refuse it, for the runs to come; takes the place of an earlier decision. Raises ReasonMissing.

    A pair that is refused, and waits for answers, lapses.
    """
    if not reason.strip():
        raise ReasonMissing
    in_force = PairDecision.objects.filter(request=request, offer=offer, ended_on__isnull=True)
    in_force.update(ended_on=today())
    made = PairDecision(request=request, offer=offer, kind=kind, reason=reason.strip(), by=by)
    made.full_clean()
    made.save()
    if kind == PairDecision.Kind.REFUSE:
        waiting = Proposal.objects.filter(request=request, offer=offer, state=State.PROPOSED)
        waiting.update(state=State.LAPSED)
    audit.record(action=f"timebank.pair_{kind}", by=by, object=made)
    return made


@transaction.atomic
def take_back(*, decision: PairDecision, by: User | None) -> None:
    """A pin or a refusal counts no longer. Done twice, it is done once."""
    if PairDecision.objects.filter(pk=decision.pk, ended_on__isnull=True).update(ended_on=today()):
        audit.record(action="timebank.pair_free", by=by, object=decision)


@transaction.atomic
def release(*, proposal: Proposal, reason: str, by: User | None) -> None:
    """What was agreed does not take place: its session was cancelled. The request is open again."""
    found = Proposal.objects.select_for_update(of=("self",)).select_related("request").get(pk=proposal.pk)
    if found.state == State.AGREED:
        found.state, found.reason = State.LAPSED, reason[:500]
        found.save()
        exchange.settle_request(found.request)
        _audit("timebank.proposal_release", found, "", by)


def _locked(proposal: Proposal) -> Proposal:
    related: Any = ("request__account__area", "offer__account__area")
    found = Proposal.objects.select_for_update(of=("self",)).select_related(*related).get(pk=proposal.pk)
    if found.state != State.PROPOSED:
        raise WrongState(str(found.get_state_display()))
    return found


def _audit(action: str, proposal: Proposal, side: str, by: User | None) -> None:
    account = proposal.offer.account if side == "giver" else proposal.request.account
    audit.record(action=action, by=by, area=account.area, object=proposal, detail={"side": side})
