"""An account's statement: what came and went in a period, page by page.

Each entry keeps what the account had after it, so that no page adds up what was before, however much that is.
"""

import datetime
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from timebank.models.accounts import Account
from timebank.models.ledger import Entry, Transfer

ENTRIES_ON_A_PAGE = 50
MOST_IN_A_FILE = 20_000


@dataclass(frozen=True)
class Period:
    """From one day to another, both included; None is open."""

    first: datetime.date | None = None
    last: datetime.date | None = None

    @property
    def begins(self) -> datetime.datetime | None:
        """The first moment of the period."""
        return _midnight(self.first) if self.first else None

    @property
    def ends(self) -> datetime.datetime | None:
        """The first moment after the period."""
        return _midnight(self.last + datetime.timedelta(days=1)) if self.last else None


@dataclass(frozen=True)
class Sums:
    """Minutes at a moment: the balance, and what was given and had until then."""

    minutes: int = 0
    given: int = 0
    had: int = 0


@dataclass(frozen=True)
class Line:
    """One entry with the transfer that it is of, and the other accounts of it."""

    entry: Entry
    others: tuple[Account, ...]

    @property
    def transfer(self) -> Transfer:
        """What it is a part of."""
        return self.entry.transfer


@dataclass(frozen=True)
class Statement:
    """A page of a statement, the newest first. `given` and `had` are the period's; `older` goes on from there."""

    account: Account
    period: Period
    opening: Sums
    closing: Sums
    lines: tuple[Line, ...]
    older: int | None

    @property
    def given(self) -> int:
        """Minutes given in the period, less what was reversed in it."""
        return self.closing.given - self.opening.given

    @property
    def had(self) -> int:
        """Minutes had in the period, less what was reversed in it."""
        return self.closing.had - self.opening.had


def statement(
    account: Account, period: Period, *, before: int | None = None, most: int = ENTRIES_ON_A_PAGE
) -> Statement:
    """A page of at most so many entries, older than the entry `before`; as many queries for one as for a million."""
    rows = _in(account, period)
    if before is not None:
        edge = Entry.objects.filter(account=account, pk=before).first()
        if edge is not None:
            # The first condition says nothing more, but the index begins there; at the second alone it reads all newer.
            older = Q(posted_at__lt=edge.posted_at) | Q(posted_at=edge.posted_at, pk__lt=edge.pk)
            rows = rows.filter(posted_at__lte=edge.posted_at).filter(older)
    found = list(rows.select_related("transfer", "transfer__reverses").order_by("-posted_at", "-pk")[: most + 1])
    shown = found[:most]
    next_edge = shown[-1].pk if len(found) > most else None
    opening = _sums(account, period.begins) if period.begins else Sums()
    return Statement(account, period, opening, _sums(account, period.ends), _lines(account, shown), next_edge)


def _in(account: Account, period: Period) -> QuerySet[Entry]:
    rows = Entry.objects.filter(account=account)
    if period.begins:
        rows = rows.filter(posted_at__gte=period.begins)
    if period.ends:
        rows = rows.filter(posted_at__lt=period.ends)
    return rows


def _sums(account: Account, until: datetime.datetime | None) -> Sums:
    """What the last entry before a moment left; without a moment, the last of all."""
    rows = Entry.objects.filter(account=account)
    if until:
        rows = rows.filter(posted_at__lt=until)
    last = rows.order_by("-posted_at", "-pk").first()
    return Sums(last.balance_after, last.given_after, last.had_after) if last else Sums()


def _lines(account: Account, entries: list[Entry]) -> tuple[Line, ...]:
    """Each entry with the other accounts of its transfer, in two queries for all."""
    pairs = (
        Entry.objects.filter(transfer__in=[entry.transfer_id for entry in entries])
        .exclude(account=account)
        .order_by("pk")
        .values_list("transfer_id", "account_id")
    )
    others: dict[int, list[int]] = {}
    for transfer, other in pairs:
        others.setdefault(transfer, []).append(other)
    wanted = {number for numbers in others.values() for number in numbers}
    names = Account.objects.select_related("area", "organisation").in_bulk(wanted)
    return tuple(Line(entry, tuple(names[n] for n in others.get(entry.transfer_id, []))) for entry in entries)


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
