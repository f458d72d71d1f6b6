"""Posting transfers: from accounts that were helped to accounts that gave, by a key, once."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from timebank.ledger.errors import NotWhole, ReversalIsFinal, refusals, savepoint
from timebank.models.accounts import Account
from timebank.models.ledger import MINUTES_STEP, Entry, Transfer

Side = Entry.Side
POST = """
    SELECT transfer_id, is_replay FROM public.timebank_post(
      %s, %s, %s::bigint[], %s::integer[], %s::text[], %s, %s, %s, NULL, %s)
"""
REVERSE = "SELECT transfer_id, is_replay FROM public.timebank_reverse(%s, %s, %s, %s)"
NOTE_CHARACTERS = 500
KEY_CHARACTERS = 200


@dataclass(frozen=True)
class Leg:
    """One account's part: plus for minutes that arrive, minus for minutes that leave."""

    account: Account
    minutes: int
    side: str


@dataclass(frozen=True)
class Posted:
    """A transfer that is in the ledger. `is_replay` where the same request had posted it before."""

    transfer_id: int
    is_replay: bool

    @property
    def transfer(self) -> Transfer:
        """The row itself."""
        return Transfer.objects.get(pk=self.transfer_id)


def gave(account: Account, minutes: int) -> Leg:
    """The account gave help of these minutes, and has them."""
    return Leg(account, minutes, Side.GAVE)


def had(account: Account, minutes: int) -> Leg:
    """The account had help of these minutes, and pays them."""
    return Leg(account, -minutes, Side.HAD)


def granted(account: Account, minutes: int) -> Leg:
    """Minutes of a grant: plus for who has them, minus for the network's pool. Neither gave or had help."""
    return Leg(account, minutes, Side.GRANT)


def post(
    *,
    key: str,
    legs: Sequence[Leg],
    note: str = "",
    by: Any = None,
    kind: str = Transfer.Kind.EXCHANGE,
    session_ref: uuid.UUID | None = None,
    spend_holds_of: uuid.UUID | None = None,
) -> Posted:
    """Post a transfer, whole or not at all. The same key with the same content gives the transfer that there is.

    The content is everything but `by` and `spend_holds_of`. With `spend_holds_of` all that is reserved for that session
    is spent (and released where an account has no part in the transfer) in the same step. `by` None is the operator.
    Raises NotWhole, LimitPassed, KeyTaken.
    """
    _check(key, legs, note)
    with refusals(key), savepoint(), connection.cursor() as cursor:
        cursor.execute(
            POST,
            [
                key,
                str(kind),
                [leg.account.pk for leg in legs],
                [leg.minutes for leg in legs],
                [str(leg.side) for leg in legs],
                note,
                getattr(by, "pk", None),
                session_ref,
                spend_holds_of,
            ],
        )
        return Posted(*cursor.fetchone())


def grant(*, key: str, to: Account, minutes: int, note: str, by: Any) -> Posted:
    """Post minutes from the network's pool to an account; neither side gave or had help by it. Raises as `post`."""
    pool = Account.objects.get(kind=Account.Kind.NETWORK)
    legs = [granted(pool, -minutes), granted(to, minutes)]
    return post(key=key, legs=legs, note=note, by=by, kind=Transfer.Kind.GRANT)


def reverse(*, transfer: Transfer, reason: str, by: Any, key: str) -> Posted:
    """Post the turned entries of a transfer, whose `reverses` names it; once for each transfer.

    Raises AlreadyReversed, ReversalIsFinal, KeyTaken, LimitPassed (where somebody has spent the minutes meanwhile).
    """
    if transfer.kind == Transfer.Kind.REVERSAL:
        raise ReversalIsFinal
    _check_words(key, reason)
    with refusals(key), savepoint(), connection.cursor() as cursor:
        cursor.execute(REVERSE, [key, transfer.pk, reason, getattr(by, "pk", None)])
        return Posted(*cursor.fetchone())


def _check(key: str, legs: Sequence[Leg], note: str) -> None:
    """Say everything that is wrong at once; the database would name one thing, and in its own words."""
    faults = []
    if any(not leg.minutes or leg.minutes % MINUTES_STEP for leg in legs):
        faults.append(f"Minutes go by the quarter of an hour: use a multiple of {MINUTES_STEP}, and not 0.")
    if sum(leg.minutes for leg in legs):
        faults.append("What leaves and what arrives have to come to the same number of minutes.")
    if len(legs) < 2 or len({leg.account.pk for leg in legs}) < len(legs):
        faults.append("A transfer goes between different accounts, and names each once.")
    if faults:
        raise NotWhole(faults)
    _check_words(key, note)


def _check_words(key: str, note: str) -> None:
    if not 0 < len(key) <= KEY_CHARACTERS:
        raise NotWhole([f"A key has 1 to {KEY_CHARACTERS} characters."])
    if len(note) > NOTE_CHARACTERS:
        raise NotWhole([f"A note has at most {NOTE_CHARACTERS} characters."])
