"""What became of the gaps of the last statement: which have closed since, which are still there, which are new."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from files.people import hidden_by
from files.tables import Table, numeric
from market import words
from market.models import StatementVersion
from market.statements import gaps
from market.statements.gaps import Gap
from ui import formats

CLOSED, STILL, NEW = "Closed since", "Still a gap", "New gap"


@dataclass(frozen=True)
class Since:
    """One gap, then or now."""

    need: str
    became: str
    then: Mapping[str, Any] | None
    now: Gap

    @property
    def name(self) -> str:
        return words.Need(self.need).label


def compare(last: StatementVersion, now: Mapping[str, Gap]) -> list[Since]:
    """Gaps of the version and of now, closed ones first. By what was shown then and is shown now."""
    then = last.tables.get("gaps", {})
    found = []
    for need in words.Need.values:
        before = then.get(need)
        was, is_now = bool(before and before["level"] in gaps.GAPS), now[need].is_gap
        if was or is_now:
            became = NEW if not was else STILL if is_now else CLOSED
            found.append(Since(need, became, before, now[need]))
    order = (CLOSED, STILL, NEW)
    return sorted(found, key=lambda each: order.index(each.became))


def table(last: StatementVersion, now: Mapping[str, Gap], counted_to: Any) -> Table:
    """Columns: gap, what became of it, offers and people then, offers and people now, how they stand."""
    return Table(
        key="since",
        caption=f"Gaps since the statement of {formats.date(last.published_on)}",
        head=(
            "Gap",
            "What became of it",
            *map(numeric, ("Offers then", "People then", "Offers now", "People now")),
            "How they stand now",
        ),
        rows=tuple(_row(each) for each in compare(last, now)),
        as_at=counted_to,
        source="the statement as it was published; offers and unmet need as they are shown now",
        people=hidden_by(),
    )


def _row(each: Since) -> list[Any]:
    before = each.then or {}
    return [
        each.name,
        each.became,
        before.get("offers", ""),
        before.get("people", ""),
        each.now.offers,
        each.now.unmet,
        gaps.NAMES[each.now.level],
    ]
