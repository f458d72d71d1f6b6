"""Sums of cases, ready for a page: of an area that would release them, of the region, and as the board sees them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from disclosure import people, publish
from files.people import People, hidden_by
from files.tables import Table, numeric
from finance_models.calc.case_sums import CasePool, CaseSums
from finance_models.models.cases import COSTS
from tenants import groups
from ui import formats

EXACT = People("Exact counts, of ten people or more each, for those who may see them. Don't pass this on.")
NAMES = {**dict(groups.CHOICES), **dict(COSTS)}
HEAD = (
    numeric("Cases"), numeric("A year before"), numeric("A year after"), numeric("Mean change"), "95% interval",
)  # fmt: skip
TOGETHER = "What stands together was too few people, or mostly the cost of two, in an area that released it."
TO_HUNDRED_POUNDS = 10_000


@dataclass(frozen=True)
class Origin:
    """Where sums are from: their day, their source, and whether any are made up."""

    as_at: datetime.date
    source: str
    is_sample: bool


def sentence(sums: CaseSums) -> str:
    """`42 cases: a year cost £24,100 before the plan on average, and £19,800 after it.`"""
    before, after = (formats.whole_pounds(round(mean)) for mean in (sums.mean_before, sums.mean_after))
    cases = formats.plural(sums.people, "case", "cases")
    return f"{cases}: a year cost {before} before the plan on average, and {after} after it. {_change_words(sums)}"


def tables(pool: CasePool, origin: Origin) -> list[Table]:
    """By group, and by kind of cost; the first row of each is all cases."""
    facts = {"as_at": origin.as_at, "source": origin.source, "people": EXACT, "sample": origin.is_sample}
    total = ["All cases", *_cells(pool.total)]
    return [
        Table(key="groups", caption="By group", head=("Group", *HEAD), rows=(total, *_rows(pool.groups)),
              note=TOGETHER, **facts),
        Table(key="costs", caption="By kind of cost", head=("Cost", *HEAD), rows=(total, *_rows(pool.costs)),
              note=TOGETHER, **facts),
    ]  # fmt: skip


def areas_table(rows: list[Any], origin: Origin) -> Table:
    """Columns: area, cases, mean before, mean after, release, as at."""
    found = []
    for row in rows:
        sums = CaseSums(*row.sums["total"][0]["sums"])
        means = [formats.whole_pounds(round(mean)) for mean in (sums.mean_before, sums.mean_after)]
        found.append([row.area.name, sums.people, *means, row.number, formats.date(row.as_at)])
    head = ("Area", numeric("Cases"), numeric("A year before"), numeric("A year after"), numeric("Release"), "As at")
    facts = {"as_at": origin.as_at, "source": origin.source, "people": EXACT, "sample": origin.is_sample}
    return Table(key="areas", caption="Areas in the pool", head=head, rows=tuple(found), **facts)


def board_table(pool: CasePool, origin: Origin) -> Table:
    """All cases of the region: the count by the rule for small numbers, means to the nearest hundred pounds."""
    sums = pool.total
    shown = [formats.whole_pounds(_rough(mean)) for mean in (sums.mean_before, sums.mean_after)]
    row = [
        str(publish(people(sums.people))),
        *shown,
        formats.whole_pounds(_rough(sums.mean_after) - _rough(sums.mean_before)),
    ]
    head = (numeric("Cases"), numeric("A year before"), numeric("A year after"), numeric("Mean change"))
    return Table(
        key="board",
        caption="Single cases before and after their plan, all areas together",
        head=head,
        rows=(row,),
        as_at=origin.as_at,
        source=origin.source,
        note="Means to the nearest hundred pounds.",
        people=hidden_by(),
        sample=origin.is_sample,
    )


def _rows(cells: Mapping[tuple[str, ...], CaseSums]) -> list[list[Any]]:
    return [[", ".join(NAMES.get(name, name) for name in names), *_cells(sums)] for names, sums in cells.items()]


def _cells(sums: CaseSums) -> list[Any]:
    low_high = sums.interval
    between = f"{formats.whole_pounds(low_high[0])} to {formats.whole_pounds(low_high[1])}" if low_high else "One case"
    means = [formats.whole_pounds(round(mean)) for mean in (sums.mean_before, sums.mean_after, sums.change)]
    return [sums.people, *means, between]


def _change_words(sums: CaseSums) -> str:
    low, high = sums.interval or (0, 0)
    if low <= 0 <= high:
        return "Chance may explain the difference."
    return f"The difference is {formats.whole_pounds(abs(round(sums.change)))} {'less' if sums.change < 0 else 'more'}."


def _rough(mean: Fraction) -> int:
    return round(mean / TO_HUNDRED_POUNDS) * TO_HUNDRED_POUNDS
