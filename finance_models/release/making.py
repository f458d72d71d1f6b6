"""Preparing a release: the area's sums by the network's terms, kept as a run. Nothing leaves the area by it."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Max

from accounts.models import User
from finance_models.calc import costing, regional
from finance_models.calc.assumptions import Assumptions
from finance_models.calc.linked import LinkedData
from finance_models.models import AssumptionSet, RegionalRelease, Run
from finance_models.region import terms as terms_of
from finance_models.release.documents import release_document
from finance_models.runs import making
from finance_models.runs.errors import RunRefused
from tenants.models import Area
from tenants.returns import finance
from tenants.returns.models import FinanceTerms

NO_TERMS = "The network has not said yet by which terms areas release. Its manager sets them first."
State = RegionalRelease.State


@transaction.atomic
def prepare(
    *, area: Area, assumptions: AssumptionSet, by: User | None, on_progress: making.Progress | None = None
) -> RegionalRelease:
    """Calculate what would leave the area, by the newest terms of the network; prices as in `assumptions`.

    An earlier one that was prepared and not proposed gives way. Raises RunRefused, DataChanged, Refused.
    """
    terms = finance.present_terms()
    if terms is None:
        raise RunRefused(NO_TERMS)
    run = making.make(
        area=area,
        kind=Run.Kind.RELEASE,
        assumptions=assumptions,
        by=by,
        calculate=partial(_calculate, terms, area),
        inputs={"terms": terms.number},
        on_progress=on_progress,
    )
    RegionalRelease.objects.filter(state=State.PREPARED).update(state=State.SUPERSEDED)
    newest = RegionalRelease.objects.aggregate(newest=Max("number"))["newest"] or 0
    return RegionalRelease.objects.create(
        number=newest + 1, run=run, terms=terms.number, is_sample=run.inputs["is_sample"]
    )


def _calculate(
    network: FinanceTerms, area: Area, linked: LinkedData, terms: Assumptions, say: making.Progress
) -> dict[str, Any]:
    say(2, 4, "Costing each line")
    made = costing.cost(linked, terms_of.window_of(network), terms.costing)
    say(3, 4, "Adding up, and merging what is too small to leave")
    try:
        prepared = regional.prepare(made, terms_of.capitation_of(network), area=area.slug)
    except regional.TooFewPeople as refusal:
        raise RunRefused(str(refusal)) from refusal
    return release_document(prepared)
