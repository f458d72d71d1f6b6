"""What the ledger refuses, as finished sentences, and how a fault of the database becomes one of these."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction

from timebank.calc.hours import in_words


class LedgerRefused(ValueError):
    """The ledger does not post this; nothing has changed. The message is a finished sentence."""


class LimitPassed(LedgerRefused):
    """An account would be below its limit. `below` has (account, minutes it would have, lowest it may have)."""

    def __init__(self, below: list[tuple[Any, int, int]]) -> None:
        self.below = below
        super().__init__(
            " ".join(
                f"{account.name} would be at {in_words(minutes)}, and may go down to {in_words(floor)}."
                for account, minutes, floor in below
            )
            or "This would take an account below its limit."
        )


class KeyTaken(LedgerRefused):
    """The key belongs to a transfer that says something else."""

    def __init__(self, key: str) -> None:
        super().__init__(f"The key “{key}” belongs to another transfer already. Use a new key for a new transfer.")


class AlreadyReversed(LedgerRefused):
    """The transfer was reversed before; once is enough."""

    def __init__(self) -> None:
        super().__init__("This transfer has been reversed already.")


class ReversalIsFinal(LedgerRefused):
    """A reversal can't be reversed."""

    def __init__(self) -> None:
        super().__init__("A reversal stays. To undo it, post the transfer again with a new key.")


class HoldDiffers(LedgerRefused):
    """Other minutes are reserved for the session already."""

    def __init__(self) -> None:
        super().__init__("Other minutes are reserved for this session already. Release them first.")


class NotWhole(LedgerRefused):
    """The parts of a transfer don't make one; `faults` has a sentence for each thing wrong."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__(" ".join(faults))


LIMIT = "timebank_balance_within_limit"
BY_CONSTRAINT = {
    "timebank_transfer_reverses_id_key": lambda key: AlreadyReversed(),
    "timebank_reversal_is_final": lambda key: ReversalIsFinal(),
    "timebank_transfer_key_taken": KeyTaken,
    "timebank_hold_differs": lambda key: HoldDiffers(),
}


@contextmanager
def refusals(key: str = "", below: Callable[[], str | None] = lambda: None) -> Iterator[None]:
    """Turn what the database refuses into LedgerRefused; a fault that has no sentence here stays as it is.

    `below` asks, once nothing has been posted, which accounts would be below their limits; what it gives is JSON.
    """
    try:
        yield
    except IntegrityError as fault:
        refused = _refusal(fault, key, below)
        if refused is None:
            raise
        raise refused from fault


@contextmanager
def savepoint() -> Iterator[None]:
    """Keeps a transaction that is open usable after a refusal; where none is open, a posting is one by itself.

    That way a posting alone is one round trip to the database.
    """
    if transaction.get_connection().in_atomic_block:
        with transaction.atomic():
            yield
    else:
        yield


def _refusal(fault: IntegrityError, key: str, below: Callable[[], str | None]) -> LedgerRefused | None:
    said = getattr(fault.__cause__, "diag", None)
    name = getattr(said, "constraint_name", None)
    if name == LIMIT:
        return LimitPassed(_accounts_of(_rows_in(said.message_detail or "") or _rows_in(below() or "")))
    return BY_CONSTRAINT[name](key) if name in BY_CONSTRAINT else None


def _rows_in(detail: str) -> list[dict[str, int]]:
    """The accounts that a refusal names; none where a constraint itself refused, in words."""
    try:
        return json.loads(detail)
    except ValueError:
        return []


def _accounts_of(rows: list[dict[str, int]]) -> list[tuple[Any, int, int]]:
    from timebank.models import Account

    accounts = Account.objects.select_related("area", "organisation").in_bulk([row["account"] for row in rows])
    return [(accounts[row["account"]], row["minutes"], row["floor"]) for row in rows]
