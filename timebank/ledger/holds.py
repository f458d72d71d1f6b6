"""Minutes reserved for a session that is booked, so that they can't be spent twice."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import connection

from timebank.ledger.errors import NotWhole, refusals, savepoint
from timebank.models.accounts import Account
from timebank.models.ledger import MINUTES_STEP

RESERVE = "SELECT public.timebank_reserve(%s, %s::bigint[], %s::integer[], %s)"
RELEASE = "SELECT public.timebank_release(%s, %s::bigint[])"


def reserve(*, account: Account, minutes: int, session_ref: uuid.UUID, by: Any) -> int:
    """Reserve minutes of one account; see `reserve_all`."""
    return reserve_all(minutes={account: minutes}, session_ref=session_ref, by=by)


def reserve_all(*, minutes: Mapping[Account, int], session_ref: uuid.UUID, by: Any) -> int:
    """Reserve minutes of each of these accounts for a session, all or none; gives how many accounts were new.

    Asking again for the same changes nothing. Raises LimitPassed; HoldDiffers where other minutes are reserved;
    NotWhole for minutes that are not positive quarters of an hour.
    """
    if any(each <= 0 or each % MINUTES_STEP for each in minutes.values()):
        raise NotWhole([f"Minutes go by the quarter of an hour: reserve a multiple of {MINUTES_STEP}."])
    rows = [(account.pk, each) for account, each in minutes.items()]
    with refusals(), savepoint(), connection.cursor() as cursor:
        cursor.execute(
            RESERVE, [session_ref, [row[0] for row in rows], [row[1] for row in rows], getattr(by, "pk", None)]
        )
        return cursor.fetchone()[0]


def release(*, session_ref: uuid.UUID, account: Account | None = None) -> int:
    """Give back what is reserved for a session, of one account or of all; gives how many accounts had something."""
    with refusals(), savepoint(), connection.cursor() as cursor:
        cursor.execute(RELEASE, [session_ref, None if account is None else [account.pk]])
        return cursor.fetchone()[0]
