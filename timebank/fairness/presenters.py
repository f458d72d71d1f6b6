"""Fair shares, ready for pages and files."""

import datetime
from collections.abc import Iterable
from typing import Any

from files.people import ALREADY_PUBLIC, NO_PEOPLE
from files.tables import Table, numeric
from timebank.calc import hours
from timebank.calc.fairness import series
from timebank.calc.fairness.shares import EXPLAINED, RULES, Rule
from timebank.fairness.standing import InForce
from timebank.models import Account, FairShareRule, Pledge
from ui.charts import Bar, BarChart, LineChart, Series

SOURCE = "The time bank’s ledger"
GINI = (
    "The Gini coefficient is 0 where every area has had the same part of its fair share, and nears 1 where one area "
    "had everything. It is the sum of all differences between two areas’ received ÷ entitled, divided by twice "
    "the number of areas squared times their mean (C. Gini, 1912; A. Sen, On Economic Inequality, 1973)."
)


def shares_table(areas: list[Account], in_use: InForce, point: series.Point) -> Table:
    """Columns: area, its share, entitled, had, received ÷ entitled; the lowest ratio first."""
    total = sum(account.balance.had for account in areas)
    rows = [
        [
            account.name,
            f"{float(in_use.shares[account.slug]):.1%}",
            hours.short(round(float(in_use.shares[account.slug]) * total)),
            hours.short(account.balance.had),
            ratio_words(point.ratios.get(account.slug)),
        ]
        for account in sorted(areas, key=lambda each: (point.ratios.get(each.slug, 0), each.slug))
        if account.slug in in_use.shares
    ]
    by_people = in_use.rule == Rule.POPULATION
    return Table(
        key="shares",
        caption="Fair shares",
        head=("Area", numeric("Share"), "Entitled so far", "Had so far", numeric("Received ÷ entitled")),
        rows=tuple(rows),
        as_at=point.day,
        source=f"{SOURCE}; rule: {RULES[in_use.rule].lower()}",
        note="Entitled: the area’s share of all hours that areas have had so far. 1.00 is exactly the fair share.",
        people=ALREADY_PUBLIC if by_people else NO_PEOPLE,
    )


def shares_chart(table: Table, areas: list[Account], point: series.Point, downloads: Any) -> BarChart:
    """Received ÷ entitled by area, the lowest first."""
    ordered = sorted(areas, key=lambda each: (point.ratios.get(each.slug, 0), each.slug))
    return BarChart(
        id="fair-shares",
        title="Received ÷ entitled",
        description="1.00 is exactly the fair share. Areas at the top come first in the matching.",
        category="Area",
        measure="Received ÷ entitled",
        bars=tuple(
            Bar(
                account.area.short_name if account.area else account.name,
                round(point.ratios[account.slug], 2) if account.slug in point.ratios else None,
                ratio_words(point.ratios.get(account.slug)),
            )
            for account in ordered
        ),
        as_at=point.day,
        source=table.source,
        downloads=downloads,
    )


def over_time_chart(points: list[series.Point], downloads: Any) -> LineChart:
    """Gini and smallest ratio at the end of each month."""
    known = [point for point in points if point.gini is not None]
    return LineChart(
        id="fairness-over-time",
        title="How equally help has been shared",
        description="The Gini falls and the smallest ratio rises as help reaches the areas that have had least.",
        category="By the end of",
        labels=tuple(month_words(point.day) for point in known),
        series=(
            Series("Gini", tuple(round(point.gini or 0, 2) for point in known), "first"),
            Series("Smallest received ÷ entitled", tuple(round(point.minimum or 0, 2) for point in known), "second"),
        ),
        as_at=points[-1].day if points else None,
        source=SOURCE,
        downloads=downloads,
    )


def over_time_table(points: list[series.Point]) -> Table:
    """Columns: month, Gini, smallest ratio."""
    return Table(
        key="over-time",
        caption="How equally help has been shared, month by month",
        head=("By the end of", numeric("Gini"), numeric("Smallest received ÷ entitled")),
        rows=tuple([month_words(point.day), ratio_words(point.gini), ratio_words(point.minimum)] for point in points),
        as_at=points[-1].day if points else None,
        source=SOURCE,
        note=GINI,
        people=NO_PEOPLE,
    )


def pledges_table(pledges: Iterable[Pledge], given: dict[int, int], day: datetime.date) -> Table:
    """Columns: whose, site, agreed on, pledged, given by the account so far, what was agreed."""
    found = list(pledges)
    return Table(
        key="pledges",
        caption="Opening pledges of first-phase sites",
        head=("Area or partner", "Site", "Agreed on", "Pledged", "Given so far", "What was agreed"),
        rows=tuple(
            [
                row.account.name,
                row.site.name if row.site else "The area as a whole",
                row.made_on,
                hours.short(row.minutes),
                hours.short(given.get(row.account_id, 0)),
                row.words,
            ]
            for row in found
        ),
        as_at=day,
        source=f"Agreements of first-phase sites; {SOURCE[0].lower()}{SOURCE[1:]}",
        note="Given so far counts all hours of the account, of every site.",
        people=NO_PEOPLE,
        sample=any(row.is_sample for row in found),
    )


def version_rows(versions: Iterable[FairShareRule]) -> list[list[Any]]:
    """From when, which rule, why, and who chose it."""
    return [[row.made_on, RULES[row.rule], row.reason] for row in versions]


def rule_words(in_use: InForce) -> str:
    """How the shares are worked out, in a sentence or two."""
    return EXPLAINED[in_use.rule]


def ratio_words(value: float | None) -> str:
    """`0.41`; words where nothing was given yet."""
    return "Nothing given yet" if value is None else f"{value:.2f}"


def month_words(day: datetime.date) -> str:
    """`Mar 2015`."""
    return f"{day:%b %Y}"
