"""Results as JSON: whole pence as numbers, exact shares and rates as text. Sums of many people, never a row of one."""

from fractions import Fraction
from typing import Any

import ibis

from finance_models.calc import comparison, conditions, money, shadow
from finance_models.calc.capitation import BandRate, Capitation
from finance_models.calc.costing import UNCOSTED, Costing
from finance_models.calc.totals import Totals

LISTED_UNCOSTED = 200


def costing_document(
    costing: Costing, added: Totals, by_conditions: conditions.CostByConditions, lists: comparison.Comparison
) -> dict[str, Any]:
    """Everything that the costing page shows."""
    return {
        **totals_document(added),
        "person_years": _sum_of_years(by_conditions),
        "conditions": [
            {
                "name": each.name,
                "people": each.sums.people,
                "person_years": money.places(each.person_years, 6),
                "cost": each.sums.cost,
                "mean": each.mean,
                "interval": list(each.interval) if each.interval else None,
                "throughout": each.throughout,
                "spread": list(each.spread),
            }
            for each in by_conditions.counts
        ],
        "uncosted": uncosted_services(costing),
        "comparison": [
            {
                "setting": each.setting,
                "service": each.service,
                "lines": each.lines,
                "units": money.places(each.units, 3),
                "local": each.local,
                "reference": each.reference,
            }
            for each in lists.services
        ],
        "not_compared": lists.lines_not_compared,
    }


def totals_document(added: Totals) -> dict[str, Any]:
    """Lines by outcome, cost by setting and by source, and what to warn of."""
    return {
        "lines": dict(added.lines),
        "by_setting": dict(added.by_setting),
        "by_source": dict(added.by_source),
        "total": added.pence,
        "warnings": list(added.warnings),
    }


def uncosted_services(costing: Costing) -> list[dict[str, Any]]:
    """Lines without a price, by setting and service, the most first."""
    lines = costing.lines.filter(costing.lines.outcome == UNCOSTED)
    counts = lines.group_by(["setting", "service"]).agg(lines=lines.count())
    ordered = counts.order_by([ibis.desc("lines"), "setting", "service"]).limit(LISTED_UNCOSTED)
    return ordered.to_pyarrow().to_pylist()


def band_document(made: BandRate) -> dict[str, Any]:
    """A band's people, cost and rate, whoever's they are."""
    return {
        "band": made.band,
        "people": made.sums.people,
        "person_years": money.places(made.person_years, 6),
        "cost": made.sums.cost,
        "raw": money.half_up(made.raw),
        "interval": list(made.interval) if made.interval else None,
        "rate": made.rate,
    }


def value_document(made: Capitation) -> dict[str, Any]:
    """The baseline value, and what leads from the total cost to it."""
    return {
        "total": made.total,
        "value": made.value,
        "excess": made.excess,
        "scale": money.places(made.scale, 6),
        "uplift": money.places(made.uplift, 6),
    }


def capitation_document(made: Capitation, added: Totals, paid: shadow.Shadow) -> dict[str, Any]:
    """Everything that the page of rates shows."""
    exact = sum((each.exact_rate * each.person_years for each in made.bands), Fraction(0))
    return {
        **totals_document(added),
        "warnings": [*added.warnings, *made.warnings, *paid.warnings],
        "bands": [
            {
                **band_document(each),
                "reference": None if each.reference is None else money.half_up(each.reference),
                "credibility": money.places(each.credibility, 4),
            }
            for each in made.bands
        ],
        **value_document(made),
        "reconciles": exact == made.total * made.uplift,
        "shadow": [
            {
                "month": month.start.isoformat(),
                "person_years": money.places(Fraction(month.days, paid.window.days), 6),
                "payment": month.payment,
                "actual": month.actual,
                "cumulative": total,
            }
            for month, total in zip(paid.months, paid.cumulative, strict=True)
        ],
    }


def _sum_of_years(by_conditions: conditions.CostByConditions) -> str:
    return money.places(sum((each.person_years for each in by_conditions.counts), Fraction(0)), 6)
