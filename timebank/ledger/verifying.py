"""Counting the ledger up again, from its entries alone, and comparing with what is kept.

Each check is one query that lists what is wrong; it uses none of the functions that post. All of them see the ledger
at one moment, also while others post.
"""

from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from timebank.ledger.invariants import CHECKS, Check
from timebank.ledger.protections import missing_protections

FAULTS_NAMED = 20  # the count is always whole


@dataclass(frozen=True)
class Checked:
    """What one check found: what it says in words, how many rows it looked at, and a sentence for each fault."""

    key: str
    promise: str
    looked_at: int
    faults: tuple[str, ...]

    @property
    def is_kept(self) -> bool:
        """True where nothing is wrong."""
        return not self.faults


def verify() -> list[Checked]:
    """Every check; nothing is changed. Reads all entries: some seconds for a million."""
    with transaction.atomic(), connection.cursor() as cursor:
        if not connection.savepoint_ids:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return checks(cursor)


def checks(cursor: Any) -> list[Checked]:
    """Every check, as this cursor sees the ledger."""
    found = [_run(cursor, check) for check in CHECKS]
    protections, missing = missing_protections(cursor)
    words = "The database refuses every change of the ledger: its triggers are there and switched on"
    return [*found, Checked("protected", words, protections, tuple(missing))]


def _run(cursor: Any, check: Check) -> Checked:
    cursor.execute(check.count)
    looked_at = cursor.fetchone()[0]
    cursor.execute(check.faults)
    rows = cursor.fetchall()
    faults = tuple(check.fault.format(*row) for row in rows[:FAULTS_NAMED])
    if len(rows) > FAULTS_NAMED:
        faults += (f"… and {len(rows) - FAULTS_NAMED:,} more.",)
    return Checked(check.key, check.promise, looked_at, faults)
