"""Reading runs, proposals and decisions."""

import uuid
from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from timebank.models import Account, MatchingRun, PairDecision, Proposal, Request

PAIR = (
    *("request__account__area", "request__account__organisation"),
    *("offer__account__area", "offer__account__organisation"),
)


def runs() -> QuerySet[MatchingRun]:
    """Every run with how many matches it proposed and how many were agreed, the newest first."""
    agreed = Count("proposals", filter=Q(proposals__state=Proposal.State.AGREED))
    rows = MatchingRun.objects.select_related("by", "rule")
    return rows.annotate(proposed=Count("proposals"), agreed=agreed)


def run(public_id: uuid.UUID) -> MatchingRun | None:
    """One run by the id in its address."""
    return MatchingRun.objects.select_related("by", "rule").filter(public_id=public_id).first()


def proposals() -> QuerySet[Proposal]:
    """Every proposal with both accounts."""
    return Proposal.objects.select_related("run", *PAIR)


def proposals_of(accounts: Iterable[Account]) -> QuerySet[Proposal]:
    """Proposals in which one of these accounts asks or gives, those that wait first."""
    mine = list(accounts)
    rows = proposals().filter(Q(request__account__in=mine) | Q(offer__account__in=mine))
    return rows.exclude(state=Proposal.State.LAPSED).order_by("-run", "-score", "pk")


def proposal(public_id: uuid.UUID) -> Proposal | None:
    """One proposal by the id in its address."""
    return proposals().filter(public_id=public_id).first()


def decisions() -> QuerySet[PairDecision]:
    """Pins and refusals that are in force."""
    return PairDecision.objects.filter(ended_on__isnull=True).select_related(*PAIR)


def requests_by_key(keys: Iterable[str]) -> dict[str, Request]:
    """Requests by the text of their public id. One query."""
    rows = Request.objects.filter(public_id__in=list(keys)).select_related("account__area", "account__organisation")
    return {str(row.public_id): row for row in rows}
