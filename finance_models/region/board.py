"""What the board and others see of the region's figures: through the disclosure module, checked and kept.

People by its rule, costs by the rule for costs, and every mean from what is shown, so that it tells nothing more.
Costs beyond the truncation are not shown: they are few people's.
"""

import hashlib
import json
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from disclosure import PublishedCost, PublishedCount, cost_of_checked, people, publish, queries
from disclosure.actions import publish_counts
from disclosure.breakdowns import Breakdown, Dimension, from_json
from disclosure.errors import NotComparable
from disclosure.models import Release
from disclosure.releasing import ReleaseRefused
from disclosure.rules import Rule
from finance_models.calc.regional.cells import LEAST_PEOPLE
from tenants.returns.models import FinanceTerms, PublishedFinance

DATA_SET = "Regional finance releases"
AREA, BAND = "Area", "Band"


def show(terms: FinanceTerms, rows: Sequence[PublishedFinance], result: dict[str, Any]) -> dict[str, Any]:
    """The figures as shown, or {"refused": why} where they would give people away."""
    try:
        kept = _publish_people(terms, rows, result)
    except (ReleaseRefused, NotComparable) as refusal:
        return {"refused": str(refusal)}
    count = {place: figure.shown for place, figure in from_json(kept.figures or {}).figures}
    rule = queries.rule_for(data_set=DATA_SET)
    slugs = [row.area.slug for row in rows]
    uplift = Fraction(result["uplift"])
    return {
        "rule": [rule.hide_up_to, rule.round_to],
        "release": str(kept.public_id),
        "people": count[()],
        "bands": [
            {"band": band["band"], **_figures(count[((BAND, band["band"]),)], band, rule, uplift)}
            for band in result["bands"]
        ],
        "areas": [
            {"area": slug, **_figures(count[((AREA, slug),)], _of_area(terms, result, slug), rule)} for slug in slugs
        ],
        "cells": [[count[((AREA, slug), (BAND, band["band"]))] for band in result["bands"]] for slug in slugs],
        "settings": {slug: _settings(result["sums"][slug]["settings"], rule) for slug in slugs},
    }


def _publish_people(terms: FinanceTerms, rows: Sequence[PublishedFinance], result: dict[str, Any]) -> Release:
    """People by area and band, put among what was published."""
    named = [[row.area.slug, row.number] for row in rows]
    bands, of = tuple(band["band"] for band in result["bands"]), result["people"]
    areas = tuple(row.area.slug for row in rows)
    return publish_counts(
        area=None,
        data_set=DATA_SET,
        version=f"Network terms {terms.number}, releases {_short(named)}",
        title="People in areas' finance releases",
        selection="People with an eligible day in the network's base year",
        criteria={"terms": terms.number, "releases": named},
        breakdown=Breakdown((Dimension(AREA, areas), Dimension(BAND, bands)), ((), (AREA,), (BAND,), (AREA, BAND))),
        cells={(area, band): people(of[area].get(band, 0)) for area in areas for band in bands},
        source="Sums that areas released" + (", made up for a demonstration" if rows[0].is_sample else ""),
        as_at=max(row.as_at for row in rows),
        by=None,
    )


def _short(named: list[list[Any]]) -> str:
    """A name for just these releases of these areas."""
    return hashlib.sha256(json.dumps(named).encode()).hexdigest()[:12]


def _of_area(terms: FinanceTerms, result: dict[str, Any], slug: str) -> dict[str, Any]:
    sums, days = result["sums"][slug], (terms.window_end - terms.window_start).days
    people_there = sum(result["people"][slug].values())
    return {"people": people_there, "cost": sums["cost"], "person_years": Fraction(sums["days"], days)}


def _figures(shown: int | None, exact: dict[str, Any], rule: Rule, uplift: Fraction = Fraction(1)) -> dict[str, Any]:
    """People, person-years by the same rule, cost to the pound, and the mean that follows from the last two."""
    years = publish(people(_nearest(Fraction(exact["person_years"]))), rule)
    cost = cost_of_checked(exact["cost"], at_least=exact["people"], rule=rule)
    return {"people": shown, "person_years": years.shown, "cost": cost.pounds, "mean": _mean(cost, years, uplift)}


def _mean(cost: PublishedCost, years: PublishedCount, uplift: Fraction) -> int | None:
    """Whole pounds for a person-year, from shown figures alone."""
    if cost.pounds is None or not years.shown:
        return None
    return _nearest(Fraction(cost.pounds, years.shown) * uplift)


def _settings(costs: dict[str, int], rule: Rule) -> dict[str, int | None]:
    return {name: cost_of_checked(pence, at_least=LEAST_PEOPLE, rule=rule).pounds for name, pence in costs.items()}


def _nearest(value: Fraction) -> int:
    return int((Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal(1), ROUND_HALF_UP))
