"""Reading the information governance register, in the area's own schema."""

import datetime
from collections.abc import Iterable

from finance_models.models import GovernanceClock, GovernanceEntry, Objection


class NoValidEntry(ValueError):
    """No data may be loaded from this source now; the message says why, and what to do."""


def entries() -> list[GovernanceEntry]:
    """Every entry, by source, the newest first."""
    return list(GovernanceEntry.objects.all())


def find(number: int) -> GovernanceEntry | None:
    """The entry of a number."""
    return GovernanceEntry.objects.filter(pk=number).first()


def valid_entries(on: datetime.date) -> list[GovernanceEntry]:
    """Those by which data may be loaded on a day."""
    return [entry for entry in entries() if entry.is_valid(on)]


def check(entry: GovernanceEntry, tables: Iterable[str], on: datetime.date) -> None:
    """Raises NoValidEntry where these tables may not be loaded by this entry on this day."""
    if entry.withdrawn_on is not None:
        raise NoValidEntry(f"The register's entry for “{entry.source}” was withdrawn. Add a valid entry first.")
    if on > entry.ends_on:
        raise NoValidEntry(
            f"The register's entry for “{entry.source}” ended on {entry.ends_on:%d %B %Y}. Renew it first."
        )
    missing = [table for table in tables if table not in entry.tables]
    if missing:
        raise NoValidEntry(
            f"The register's entry for “{entry.source}” doesn't cover {' and '.join(missing)}. "
            "Add an entry that does, or leave that table out."
        )


def objecting() -> frozenset[str]:
    """Pseudonyms of the people whom every run leaves out."""
    return frozenset(Objection.objects.filter(lifted_on__isnull=True).values_list("pseudonym", flat=True))


def open_clocks() -> list[GovernanceClock]:
    """Clocks that still run, the first due first."""
    return list(GovernanceClock.objects.filter(closed_at__isnull=True).order_by("due_at"))
