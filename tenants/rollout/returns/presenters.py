"""An area's returns, ready for a page and for files."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns import checks, late, versions
from tenants.returns.checks import Fault
from tenants.returns.late import Told
from tenants.returns.models import ReturnDispute
from tenants.returns.notices import return_address
from tenants.returns.shape import SECTIONS
from tenants.returns.typed import shown
from ui import formats, tags

SUMMARY = (
    ("People with a budget in place", "groups", "in_place"),
    ("New in the quarter", "groups", "new"),
    ("Ended in the quarter", "groups", "ended"),
    ("Active in the year to date", "groups", "year_to_date"),
    ("Eligible", "offers", "eligible"),
    ("Plans that meet all five criteria", "plans", "in_place"),
)


def list_rows(area: Area, told: Iterable[Told]) -> list[dict[str, Any]]:
    """One entry a quarter: its name and address, state, due day, who signed which version."""
    return [
        {
            "quarter": str(each.quarter),
            "href": return_address(area, each.quarter),
            "state": each.state,
            "due": each.quarter.return_due,
            "signed": _signed_words(each),
        }
        for each in told
    ]


def next_one(area: Area, told: list[Told]) -> dict[str, Any] | None:
    """The oldest return that is not signed after the last signed one, or the newest where none is signed yet."""
    open_ones = [each for each in told if each.signed is None]
    if not open_ones:
        return None
    signed = [each.quarter for each in told if each.signed]
    later = [each for each in open_ones if signed and each.quarter > max(signed)]
    chosen = min(later, key=lambda each: each.quarter) if later else open_ones[0]
    return {
        "quarter": str(chosen.quarter),
        "due": chosen.quarter.return_due,
        "href": return_address(area, chosen.quarter),
    }


def list_table(area: Area, told: Iterable[Told], day: datetime.date) -> Table:
    """Columns: quarter, state, due, version, signed by, signed on."""
    return Table(
        key="returns",
        caption=f"Returns of {area.name}",
        head=("Quarter", "State", "Due", numeric("Version"), "Signed by", "Signed on"),
        rows=tuple(
            [
                str(each.quarter),
                tags.for_status(each.state).text,
                each.quarter.return_due,
                each.signed.version if each.signed else None,
                each.signed.signed_name if each.signed else "",
                each.signed.signed_on if each.signed else "",
            ]
            for each in told
        ),
        as_at=day,
        source=f"{area.name}’s signed returns",
        people=NO_PEOPLE,
        sample=any(each.signed.is_sample for each in told if each.signed),
    )


def faults_by_section(area: Area, quarter: Quarter, faults: Iterable[Fault]) -> list[dict[str, Any]]:
    """Each section that has faults, with a link to each cell. `is_empty`: every cell of it is one of those."""
    found = []
    for section in SECTIONS:
        address = reverse("returns_pages:section", args=[area.slug, quarter.key, section.key])
        own = [fault for fault in faults if fault.section == section.key]
        rows = [{"words": fault.words, "href": f"{address}#id_{fault.cell_key}"} for fault in own]
        if rows:
            cells = {cell.key for table in section.tables for cell in table.cells()}
            is_empty = cells <= {fault.cell_key for fault in own}
            found.append(
                {"title": section.title, "key": section.key, "rows": rows, "href": address, "is_empty": is_empty}
            )
    return found


def signing_summary(figures: dict[str, int | None]) -> list[tuple[str, str]]:
    """The main figures, in total, and the money."""
    from tenants.returns.faults import whole

    rows = [(words, formats.number(whole(figures, table, column))) for words, table, column in SUMMARY]
    money = next(section for section in SECTIONS if section.key == "money").tables[0]
    return rows + [(cell.line.name, shown(cell.key, figures[cell.key])) for cell in money.cells()]


def disputes(area: Area, quarter: Quarter) -> list[ReturnDispute]:
    """Every question about the quarter's versions, the newest first."""
    rows = ReturnDispute.objects.filter(signed_return__area=area, signed_return__quarter=quarter.key)
    return list(rows.select_related("signed_return", "raised_by", "settled_by"))


def no_longer_follows(area: Area, quarter: Quarter) -> list[str]:
    """Why the signed figures don't follow on from those of the quarter before as it stands now; none as a rule.

    It happens where the quarter before was corrected after this one had been signed.
    """
    signed = versions.latest(area, quarter)
    before = versions.before(area, quarter)
    if signed is None or before.previous is None:
        return []
    return [fault.words for fault in checks.check(signed.figures, before.figures, None, quarter)]


def _signed_words(each: Told) -> str:
    if each.signed is None:
        return "Not signed" if each.state == late.LATE else "Not signed yet"
    version = f"Version {each.signed.version}, signed" if each.signed.version > 1 else "Signed"
    return f"{version} by {each.signed.signed_name} on {formats.date(each.signed.signed_on)}"
