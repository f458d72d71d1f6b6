"""Returns received, late and in dispute, ready for the board."""

import datetime
from dataclasses import replace
from typing import Any

from django.urls import reverse

from files.people import NO_PEOPLE
from files.tables import Table
from tenants.presenters.words import listed
from tenants.returns import late
from tenants.returns.late import Told
from ui import formats, tags

HEAD = ("Quarter", "Area", "State", "Due", "Version", "Signed by", "Signed on", "Why corrected", "In dispute")


def present(told: list[Told], *, day: datetime.date, may_act: bool) -> dict[str, Any]:
    """A quarter's sentence, its rows, and the addresses of what the manager may do. `told` is of one quarter."""
    return {
        "day": day,
        "is_sample": any(each.signed.is_sample for each in told if each.signed),
        "quarter": str(told[0].quarter) if told else "",
        "sentence": sentence(told) if told else "No quarter is over yet.",
        "rows": [_row(each) for each in told],
        "may_act": may_act,
    }


def sentence(told: list[Told]) -> str:
    """`9 of 11 areas have sent their returns, due on 30 July 2015; 2 are late and 1 is in dispute.`"""
    count = {state: sum(1 for each in told if each.state == state) for state in late.STATES}
    received = count[late.RECEIVED] + count[late.IN_DISPUTE]
    have = "has sent its return" if received == 1 else "have sent their returns"
    words = f"{received} of {formats.plural(len(told), 'area')} {have}, due on "
    words += formats.date(told[0].quarter.return_due)
    more = [
        f"{count[state]} {_are(count[state])} {name}"
        for state, name in ((late.LATE, "late"), (late.IN_DISPUTE, "in dispute"))
        if count[state]
    ]
    return f"{words}; {' and '.join(more)}." if more else f"{words}."


def missing(told: list[Told]) -> list[tuple[str, str, str]]:
    """Of each quarter with any, the newest first: (quarter, who is late, whose return is in dispute), areas by name."""
    by_quarter: dict[str, dict[str, list[str]]] = {}
    for each in told:
        if each.state in (late.LATE, late.IN_DISPUTE):
            by_quarter.setdefault(str(each.quarter), {}).setdefault(each.state, []).append(each.area.short_name)
    return [
        (quarter, listed(names.get(late.LATE, [])), listed(names.get(late.IN_DISPUTE, [])))
        for quarter, names in by_quarter.items()
    ]


def table(told: list[Told], day: datetime.date) -> Table:
    """Columns: quarter, area, state, due, version, signed by, signed on, why corrected, what is in dispute."""
    return Table(
        key="returns",
        caption="Returns received, due, late and in dispute",
        head=HEAD,
        rows=tuple(
            [
                str(each.quarter),
                each.area.name,
                tags.for_status(each.state).text,
                each.quarter.return_due,
                f"{each.signed.version}" if each.signed else "",
                each.signed.signed_name if each.signed else "",
                each.signed.signed_on if each.signed else "",
                each.signed.reason if each.signed else "",
                each.dispute.reason if each.dispute else "",
            ]
            for each in told
        ),
        as_at=day,
        source="the areas’ signed returns",
        people=NO_PEOPLE,
        sample=any(each.signed.is_sample for each in told if each.signed),
    )


def table_of_quarter(told: list[Told], day: datetime.date) -> Table:
    """The same of one quarter, which the caption names in place of a column."""
    whole = table(told, day)
    rows = tuple(row[1:] for row in whole.rows)
    return replace(whole, caption=f"{whole.caption}, {told[0].quarter}", head=whole.head[1:], rows=rows)


def _row(each: Told) -> dict[str, Any]:
    args = [each.area.slug, each.quarter.key]
    return {
        "area": each.area.name,
        "state": each.state,
        "signed": f"Version {each.signed.version}, {formats.date(each.signed.signed_on)}"
        if each.signed
        else "Not signed",
        "by": each.signed.signed_name if each.signed else "",
        "reason": each.signed.reason if each.signed else "",
        "dispute": each.dispute.reason if each.dispute else "",
        "act": _act(each, args),
    }


def _act(each: Told, args: list[str]) -> tuple[str, str] | None:
    """What the network's manager may do about it: (words, address)."""
    if each.dispute:
        return "Settle", reverse("programme:settle", args=args)
    return ("Dispute", reverse("programme:dispute", args=args)) if each.signed else None


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
