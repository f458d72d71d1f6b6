"""What the network manager does to the ledger, each with its audit row: grants and reversals."""

from typing import Any

from django.db import transaction

import audit
from timebank.ledger import transfers
from timebank.models.accounts import Account
from timebank.models.ledger import Transfer


@transaction.atomic
def grant(*, to: Account, minutes: int, reason: str, by: Any, key: str) -> transfers.Posted:
    """Give minutes of the network's pool to an account; the same key again gives the same grant.

    Raises LimitPassed where the pool would be below its limit, KeyTaken.
    """
    posted = transfers.grant(key=f"grant:{key}", to=to, minutes=minutes, note=reason.strip(), by=by)
    if not posted.is_replay:
        audit.record(action="timebank.grant", by=by, object=posted.transfer, detail={"to": to.slug, "minutes": minutes})
    return posted


@transaction.atomic
def reverse(*, transfer: Transfer, reason: str, by: Any) -> transfers.Posted:
    """Turn every entry of a transfer, once. Raises AlreadyReversed, ReversalIsFinal, LimitPassed."""
    posted = transfers.reverse(
        transfer=transfer, reason=reason.strip(), by=by, key=f"reversal:{transfer.public_id}:{getattr(by, 'pk', '')}"
    )
    if not posted.is_replay:
        audit.record(action="timebank.reverse", by=by, object=posted.transfer, detail={"reverses": transfer.pk})
    return posted


def latest(most: int = 20) -> list[Transfer]:
    """The newest transfers with their entries and accounts."""
    rows = Transfer.objects.select_related("reverses", "reversed_by").prefetch_related(
        "entries__account__area", "entries__account__organisation"
    )
    return list(rows.order_by("-pk")[:most])
