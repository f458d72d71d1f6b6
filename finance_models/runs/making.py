"""Making a run: the data in use, the latest prices and a set of assumptions, calculated and kept with all of them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from finance_models.assumptions.actions import parse
from finance_models.calc import (
    band_sums,
    capitation,
    cohorts,
    comparison,
    complexity,
    conditions,
    costing,
    people,
    shadow,
)
from finance_models.calc.assumptions import Assumptions
from finance_models.calc.linked import LinkedData
from finance_models.calc.totals import totals
from finance_models.cohorts.documents import cohort_document
from finance_models.complexity.documents import complexity_document
from finance_models.governance import queries as governance
from finance_models.loading import opening
from finance_models.loading import queries as data
from finance_models.models import AssumptionSet, CohortDefinition, Run
from finance_models.prices import queries as prices
from finance_models.runs import code, documents
from finance_models.runs.errors import RunRefused
from tenants.models import Area

Progress = Callable[[int, int | None, str], None]
Calculation = Callable[[LinkedData, Assumptions, Progress], dict[str, Any]]


@transaction.atomic
def make(
    *,
    area: Area,
    kind: str,
    assumptions: AssumptionSet,
    by: User | None,
    cohort: CohortDefinition | None = None,
    calculate: Calculation | None = None,
    inputs: dict[str, Any] | None = None,
    on_progress: Progress | None = None,
) -> Run:
    """Calculate and keep a run, in the area's schema. Raises RunRefused without data, DataChanged, Refused.

    `calculate` takes the place of the kind's own calculation, and `inputs` says what else went into it.
    """
    say = on_progress or (lambda done, total, words: None)
    version = data.in_use()
    if version is None:
        raise RunRefused("No data version is in use, so there is nothing to calculate from. Load data first.")
    unit_costs, providers = prices.latest("unit_costs"), prices.latest("providers")
    objecting = governance.objecting()
    say(1, 4, "Opening the data")
    with opening.opened(area, version, unit_costs=unit_costs, providers=providers, objecting=objecting) as linked:
        terms = parse(assumptions.text)
        count = partial(_count, cohort) if cohort else calculate
        result = (count or CALCULATE[Run.Kind(kind)])(linked, terms, say)
    run = Run.objects.create(
        kind=kind,
        version=version,
        checksum=version.checksum,
        unit_costs=unit_costs,
        providers=providers,
        assumptions=assumptions,
        cohort=cohort,
        code_version=code.version(),
        inputs={"objections": len(objecting), "is_sample": version.is_sample, **(inputs or {})},
        result=result,
        made_on=today(),
        by=by,
    )
    audit.record(action="finance.run", by=by, area=area, object=run, detail={"kind": kind, "version": version.number})
    return run


def _cost(linked: LinkedData, terms: Assumptions, say: Progress) -> dict[str, Any]:
    say(2, 4, "Costing each line")
    made = costing.cost(linked, terms.window, terms.costing)
    added = totals(made)
    say(3, 4, "Adding up by long-term conditions")
    by_conditions = conditions.cost_by_conditions(made)
    lists = comparison.compare(made, terms.costing)
    return documents.costing_document(made, added, by_conditions, lists)


def _capitate(linked: LinkedData, terms: Assumptions, say: Progress) -> dict[str, Any]:
    say(2, 4, "Costing each line")
    made = costing.cost(linked, terms.window, terms.costing)
    say(3, 4, "Making the rates")
    rates = _rates(made, terms)
    paid = shadow.shadow(made, {each.band: each.exact_rate for each in rates.bands}, terms.capitation.bands)
    return documents.capitation_document(rates, totals(made), paid)


def _complexity(linked: LinkedData, terms: Assumptions, say: Progress) -> dict[str, Any]:
    say(2, 4, "Costing each line")
    made = costing.cost(linked, terms.window, terms.costing)
    say(3, 4, "Fitting the model")
    try:
        model = complexity.fit(made, terms.capitation)
    except complexity.NoModel as reason:
        raise RunRefused(str(reason)) from reason
    return complexity_document(model, _rates(made, terms), totals(made))


def _rates(made: costing.Costing, terms: Assumptions) -> capitation.Capitation:
    sums = band_sums.band_sums(people.person_costs(made), terms.capitation)
    return capitation.capitate(sums, terms.window, terms.capitation)


def _count(cohort: CohortDefinition, linked: LinkedData, terms: Assumptions, say: Progress) -> dict[str, Any]:
    definition, faults = cohorts.from_document({"name": cohort.name, "version": cohort.number, **cohort.criteria})
    if definition is None:
        raise RunRefused(f"The criteria of {cohort} can't be used any more: {'; '.join(faults)}.")
    say(2, 4, "Costing each line")
    made = costing.cost(linked, terms.window, terms.costing)
    say(3, 4, "Counting people")
    return cohort_document(cohorts.build(made, definition))


CALCULATE: dict[Run.Kind, Calculation] = {
    Run.Kind.COST: _cost,
    Run.Kind.CAPITATE: _capitate,
    Run.Kind.COMPLEXITY: _complexity,
}
