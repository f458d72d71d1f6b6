"""Keeping offers in mind. Each person has one shortlist, which nobody else sees."""

import uuid
from typing import Any

from django.db import transaction

from market.finding import queries
from market.models import Listing, Shortlisted

MOST = 100


class ShortlistFull(Exception):
    """There is no room for another offer."""

    def __init__(self) -> None:
        super().__init__(f"Your shortlist has {MOST} offers. Take some off first.")


@transaction.atomic
def keep(*, listing: Listing, by: Any) -> Shortlisted:
    """Put an offer on the person's shortlist; twice is once. Raises ShortlistFull."""
    own = Shortlisted.objects.filter(user=by)
    if found := own.filter(offer=listing.offer_id).first():
        return found
    if own.count() >= MOST:
        raise ShortlistFull
    return Shortlisted.objects.create(user=by, offer_id=listing.offer_id, title=listing.title)


@transaction.atomic
def drop(*, public_id: uuid.UUID, by: Any) -> bool:
    """Take an offer off; False where it wasn't on. Also one that is no longer shown."""
    return bool(Shortlisted.objects.filter(user=by, offer__public_id=public_id).delete()[0])


def is_kept(user: Any, listing: Listing) -> bool:
    """Whether the offer is on the person's shortlist. One query."""
    return Shortlisted.objects.filter(user=user, offer=listing.offer_id).exists()


def of(user: Any) -> tuple[list[Listing], list[Shortlisted]]:
    """The offers on the person's shortlist that are shown, the newest first; and those that are not shown now."""
    kept = list(Shortlisted.objects.filter(user=user).select_related("offer"))
    rows = {row.public_id: row for row in queries.by_ids(each.offer.public_id for each in kept)}
    shown = [rows[each.offer.public_id] for each in kept if each.offer.public_id in rows]
    return shown, [each for each in kept if each.offer.public_id not in rows]
