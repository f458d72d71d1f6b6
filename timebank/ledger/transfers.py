"""Posting transfers: from accounts that were helped to accounts that gave, by a key, once."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from timebank.ledger.errors import NotWhole, ReversalIsFinal, refusals, savepoint
from timebank.ledger.prepared import array, one_value
from timebank.models.accounts import Account
from timebank.models.ledger import MINUTES_STEP, Entry, Transfer

Side = Entry.Side
POST = "SELECT public.timebank_post($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, $10)"
REVERSE = "SELECT public.timebank_reverse($1, $2, $3, $4, $5)"
BELOW = "SELECT public.timebank_below($1, $2, $3, $4)"
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

    @classmethod
    def of(cls, number: int) -> "Posted":
        """What the database's functions answer: a number, with a minus where the transfer was there already."""
        return cls(abs(number), number < 0)

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
    parts = [
        array([leg.account.pk for leg in legs]),
        array([leg.minutes for leg in legs]),
        array([leg.side for leg in legs]),
    ]
    values = [uuid.uuid4(), key, str(kind), *parts, note, getattr(by, "pk", None), session_ref, spend_holds_of]
    with refusals(key, lambda: one_value(BELOW, [*parts, spend_holds_of])), savepoint():
        return Posted.of(one_value(POST, values))


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
    with refusals(key, lambda: _below_if_turned(transfer)), savepoint():
        return Posted.of(one_value(REVERSE, [uuid.uuid4(), key, transfer.pk, reason, getattr(by, "pk", None)]))


def _below_if_turned(transfer: Transfer) -> Any:
    """Which accounts a reversal would take below their limits."""
    rows = list(transfer.entries.values_list("account_id", "minutes", "side"))
    return one_value(BELOW, [array(r[0] for r in rows), array(-r[1] for r in rows), array(r[2] for r in rows), None])


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
