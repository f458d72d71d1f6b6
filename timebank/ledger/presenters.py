"""The ledger, ready for a page."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils import timezone

from files.people import NO_PEOPLE
from files.tables import Table, numeric
from timebank.calc.hours import in_words
from timebank.ledger.statements import Line, Statement
from timebank.models.accounts import Account
from timebank.models.ledger import Transfer
from timebank.models.limits import LimitRule
from ui import formats

SOURCE = "The time bank's ledger"
UNIT = "In hours. Balances below zero mean that more help was had than given."


def hours(minutes: int) -> Decimal:
    """Minutes as hours: exact, since minutes go by the quarter of an hour."""
    return Decimal(minutes) / 60


def balances(rows: Iterable[Account], *, links: dict[str, str] | None = None) -> Table:
    """Columns: account, balance, reserved, given, had, and how much can still be had."""
    links = links or {}
    return Table(
        key="balances",
        caption="Balances",
        head=(
            "Account",
            numeric("Balance"),
            numeric("Reserved for sessions"),
            numeric("Given"),
            numeric("Had"),
            numeric("Can still have"),
        ),
        rows=tuple(
            [
                {"text": row.name, "href": links[row.slug]} if row.slug in links else row.name,
                *(hours(n) for n in (row.balance.minutes, row.balance.reserved, row.balance.given, row.balance.had)),
                hours(max(row.balance.free, 0)),
            ]
            for row in rows
        ),
        as_at=timezone.localdate(),
        source=SOURCE,
        note=UNIT,
        people=NO_PEOPLE,
    )


def statement_table(found: Statement, *, reverse_links: dict[int, str] | None = None) -> Table:
    """Columns: day, what it was, with whom, hours that came or went, the balance after it, the transfer's number."""
    return Table(
        key="statement",
        caption=f"Statement of {found.account.name}, {period_words(found)}",
        head=("Day", "What", "With", numeric("Hours"), numeric("Balance after"), "Transfer"),
        rows=tuple(_row(line, reverse_links or {}) for line in found.lines),
        as_at=timezone.localdate(),
        source=SOURCE,
        note=f"{UNIT} Hours that came are above zero, hours that went below. The newest come first.",
        people=NO_PEOPLE,
    )


def _row(line: Line, links: dict[int, str]) -> list[Any]:
    number = str(line.transfer.public_id)
    short = number.partition("-")[0]
    return [
        timezone.localtime(line.entry.posted_at).date(),
        what(line),
        ", ".join(other.name for other in line.others),
        hours(line.entry.minutes),
        hours(line.entry.balance_after),
        {"text": short, "href": links[line.transfer.pk]} if line.transfer.pk in links else short,
    ]


def what(line: Line) -> str:
    """What an entry was, in words: `Gave help: A talk on budgets`."""
    transfer, gave = line.transfer, line.entry.minutes > 0
    words = {
        Transfer.Kind.EXCHANGE: "Gave help" if gave else "Had help",
        Transfer.Kind.GRANT: "Grant" if gave else "Granted",
        Transfer.Kind.REVERSAL: "Reversal",
    }[Transfer.Kind(transfer.kind)]
    return f"{words}: {transfer.note}" if transfer.note else words


def sums_table(found: Statement) -> Table:
    """The period in five figures."""
    rows = (
        ("Balance at the beginning", found.opening.minutes),
        ("Given", found.given),
        ("Had", found.had),
        ("Grants, less those handed on", found.closing.minutes - found.opening.minutes - found.given + found.had),
        ("Balance at the end", found.closing.minutes),
    )
    return Table(
        key="sums",
        caption=f"{found.account.name}, {period_words(found)}",
        head=("What", numeric("Hours")),
        rows=tuple([words, hours(minutes)] for words, minutes in rows),
        as_at=timezone.localdate(),
        source=SOURCE,
        note="What was reversed in the period is taken off.",
        people=NO_PEOPLE,
    )


def story(found: Statement) -> str:
    """`In this time Kernow gave 14 hours of help and had 9 hours.`"""
    return f"{found.account.name} gave {in_words(found.given)} of help and had {in_words(found.had)}."


def period_words(found: Statement) -> str:
    """`1 July 2015 to 31 July 2015`, `until today`."""
    first, last = found.period.first, found.period.last
    if first and last:
        return f"{formats.date(first)} to {formats.date(last)}"
    if first:
        return f"from {formats.date(first)}"
    return f"until {formats.date(last)}" if last else "from the beginning"


def rule_rows(rule: LimitRule) -> list[tuple[str, str]]:
    """The rule in force, for a summary list."""
    grows = (
        f"By {rule.growth_percent}% of the hours that it has given, up to {in_words(rule.growth_cap)} more"
        if rule.growth_percent
        else "No: it is the same for everybody, whatever they have given"
    )
    return [
        ("An account may be below zero by", in_words(rule.base)),
        ("Does it grow?", grows),
        ("Somebody is warned", f"once {rule.warning_percent}% of the limit is used"),
        ("Why", rule.reason),
        ("In force from", formats.date(timezone.localtime(rule.made_at).date())),
    ]


def rules_table(rules: Iterable[LimitRule]) -> Table:
    """Every rule that there was, the newest first."""
    return Table(
        key="limit-rules",
        caption="Rules until now",
        head=("In force from", numeric("Limit in hours"), "Grows by", numeric("Warning at, per cent"), "Why"),
        rows=tuple(
            [
                timezone.localtime(rule.made_at).date(),
                hours(rule.base),
                f"{rule.growth_percent}%, up to {in_words(rule.growth_cap)}" if rule.growth_percent else "Nothing",
                rule.warning_percent,
                rule.reason,
            ]
            for rule in rules
        ),
        as_at=timezone.localdate(),
        source=SOURCE,
        people=NO_PEOPLE,
    )


def limits_table(rows: Iterable[Account], *, links: dict[str, str]) -> Table:
    """Columns: account, its limit, whose rule that is, how much of it is used."""
    return Table(
        key="limits",
        caption="Limits of each account",
        head=("Account", numeric("May be below zero by"), "By which rule", numeric("Used, per cent")),
        rows=tuple(
            [
                {"text": row.name, "href": links[row.slug]} if row.slug in links else row.name,
                hours(-row.balance.floor),
                f"Its own: {row.own_limit_reason}" if row.own_limit is not None else "The rule for all",
                used(row),
            ]
            for row in rows
        ),
        as_at=timezone.localdate(),
        source=SOURCE,
        note="In hours.",
        people=NO_PEOPLE,
    )


def used(account: Account) -> int:
    """How much of its limit an account uses, reserved minutes too, in whole per cent; 0 while it is above zero."""
    balance = account.balance
    below = balance.reserved - balance.minutes
    return 0 if below <= 0 or not balance.floor else below * 100 // -balance.floor


def day_words(moment: datetime.datetime) -> str:
    """The day of a moment in the ledger."""
    return formats.date(timezone.localtime(moment).date())
