"""Small returns of which everything can be worked out by hand."""

from disclosure import S7R5
from tenants.quarters import Quarter
from tenants.returns.release.shown import AreaShown, QuarterShown
from tenants.returns.shape import CELLS, EQUALITY
from tenants.returns.totals import derived

Q1, Q2 = Quarter(2015, 1), Quarter(2015, 2)
MANY_ELIGIBLE = 1_000


def counted(by_group, *, new=None, ended=0, adult=None):
    """A return of budgets by group, all notional, NHS only, and of adults in continuing healthcare (or so many).

    `new`: by group; by default everybody is. Whoever ended was in none of the groups.
    """
    new = by_group if new is None else new
    figures = dict.fromkeys(CELLS, 0)
    columns = {"in_place": by_group, "new": new, "ended": {"none": ended}}
    to_date = {key: max(by_group.get(key, 0), new.get(key, 0)) for key in {*by_group, *new}}
    to_date["none"] = to_date.get("none", 0) + ended
    for column, people in {**columns, "year_to_date": to_date}.items():
        total = sum(people.values())
        adults = total if adult is None else min(adult, total)
        figures |= {f"groups.{column}.{group}": number for group, number in people.items()}
        figures |= {f"mechanism.{column}.notional": total, f"funding.{column}.nhs_only": total}
        figures |= {f"eligibility.{column}.adult_chc": adults, f"eligibility.{column}.neither": total - adults}
    figures["offers.eligible.none"] = MANY_ELIGIBLE
    for group, number in by_group.items():
        figures[f"offers.eligible.{group}"] += number
    for key, _, _ in EQUALITY:
        figures[f"{key}.uptake.not_known"] = sum(by_group.values())
        figures[f"{key}.eligible.not_known"] = MANY_ELIGIBLE + sum(by_group.values())
    return figures


def area(slug, figures, rule=S7R5, left_out=frozenset()):
    """An area with these figures."""
    return AreaShown(slug, figures | derived(figures), rule, left_out)


def quarter(*areas, quarter=Q1, before=None):
    """A quarter of these areas, of which no totals have been shown."""
    return QuarterShown(quarter, {each.slug: each for each in areas}, (), before or {})
