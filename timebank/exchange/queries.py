"""Reading offers and requests."""

import datetime
import uuid
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from config.today import today
from timebank.models import Account, Offer, Proposal, Request, Session

RELATED = ("account__area", "account__organisation", "site__cohort")
# A session that was agreed without a matching counts once all its sides have said yes to a date.
NOT_AGREED = (Session.State.DATES, Session.State.CANCELLED)
WITHIN = {"month": datetime.timedelta(days=31), "quarter": datetime.timedelta(days=92)}


def offers() -> QuerySet[Offer]:
    """Every offer, with its account."""
    return Offer.objects.select_related(*RELATED)


def requests() -> QuerySet[Request]:
    """Every request, with its account."""
    return Request.objects.select_related(*RELATED)


def listed_offers() -> QuerySet[Offer]:
    """What everybody with the time bank sees: open offers."""
    return offers().filter(state=Offer.State.OPEN)


def listed_requests() -> QuerySet[Request]:
    """Open requests, and those where somebody helps already."""
    return requests().filter(state__in=[Request.State.OPEN, Request.State.MATCHED])


def offer(public_id: uuid.UUID) -> Offer | None:
    """One offer by the id in its address."""
    return offers().select_related("mentor").filter(public_id=public_id).first()


def request(public_id: uuid.UUID) -> Request | None:
    """One request by the id in its address."""
    return requests().filter(public_id=public_id).first()


def narrowed(rows: QuerySet[Any], chosen: dict[str, Any]) -> QuerySet[Any]:
    """Rows that have what was chosen: topic, group, component, account, how, when.

    How: either fits both ways. When: an offer that begins by then, a request that is needed by then.
    """
    for name in ("topic", "group", "component"):
        if chosen.get(name):
            rows = rows.filter(**{name: chosen[name]})
    if chosen.get("account"):
        rows = rows.filter(account__slug=chosen["account"])
    if chosen.get("how"):
        rows = rows.filter(how__in=[chosen["how"], "either"])
    if chosen.get("when"):
        day = "available_from" if rows.model is Offer else "needed_by"
        rows = rows.filter(**{f"{day}__lte": today() + WITHIN[chosen["when"]]})
    return rows


def minutes_left(rows: Iterable[Request]) -> dict[int, int]:
    """Minutes of each request that nobody has agreed to give yet, by its number. Two queries."""
    found = list(rows)
    agreed = (
        Proposal.objects.filter(request__in=found, state=Proposal.State.AGREED)
        .values_list("request")
        .annotate(sum=Sum("minutes"))
        .order_by()
    )
    matched, direct = dict(agreed), minutes_in_sessions(found)
    return {row.pk: max(0, row.minutes - matched.get(row.pk, 0) - direct.get(row.pk, 0)) for row in found}


def minutes_in_sessions(rows: Iterable[Request]) -> dict[int, int]:
    """Minutes of requests in sessions that were agreed without a matching, as confirmed, else as planned. One query."""
    named = Session.objects.filter(request__in=list(rows), proposal__isnull=True).exclude(state__in=NOT_AGREED)
    sums = named.values_list("request").annotate(sum=Sum(Coalesce("minutes_confirmed", "minutes")))
    return dict(sums.order_by())


def meetable(account: Account, most: int = 5) -> list[Request]:
    """Open requests of others on topics that this account offers help with, the most pressing first. One query."""
    mine = Offer.objects.filter(account=account, state=Offer.State.OPEN).values("topic")
    others = requests().filter(state=Request.State.OPEN, topic__in=mine).exclude(account=account)
    return list(others.order_by("priority", "needed_by", "pk")[:most])


def helpers_for(account: Account) -> dict[str, list[Offer]]:
    """Open offers of others, by the topics that this account asks about. One query."""
    mine = Request.objects.filter(account=account, state=Request.State.OPEN).values("topic")
    found: dict[str, list[Offer]] = {}
    for row in listed_offers().filter(topic__in=mine).exclude(account=account).order_by("made_on", "pk"):
        found.setdefault(row.topic, []).append(row)
    return found


def ending(until: datetime.date) -> tuple[list[Offer], list[Request]]:
    """What is on the list and runs out by that day, the first to end first."""
    alive = Q(expires_on__lte=until)
    return (
        list(offers().filter(alive, state__in=[Offer.State.OPEN, Offer.State.PAUSED]).order_by("expires_on", "pk")),
        list(requests().filter(alive, state=Request.State.OPEN).order_by("expires_on", "pk")),
    )
