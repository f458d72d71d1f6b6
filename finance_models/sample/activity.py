"""The demo's finance data, area by area: what `embedded.demo_data` runs. What is there is left as it stands."""

import datetime
import tempfile
from pathlib import Path

from django.db import transaction

from config.today import today
from embedded.demo_people import HOME_AREA, SECOND_AREA
from finance_models.assumptions import actions as assumptions
from finance_models.calc import synthetic
from finance_models.cohorts import actions as cohorts
from finance_models.cohorts import kept
from finance_models.governance import actions as governance
from finance_models.loading import storing
from finance_models.loading.given import Given
from finance_models.models import DataVersion, GovernanceEntry, Run
from finance_models.prices import storing as prices
from finance_models.runs import making
from finance_models.sample import cases, registers, releases
from jobs import outbox
from tenants.contexts import has_schema, in_area
from tenants.models import Area

SOURCE = "Synthetic linked data"
# An area without a stated population.
PEOPLE = 500_000
TASK, RELEASE_TASK = "finance_models.tasks.make_sample_data", "finance_models.tasks.make_sample_release"
COHORT = "Older people with several conditions"
CRITERIA = {
    "combine": "all",
    "criteria": [
        {"measure": "age", "at_least": "65"},
        {"measure": "ltc_count", "at_least": "3"},
        {"measure": "contacts", "at_least": "5"},
    ],
}
UNPLANNED = "Unplanned care, at home"
NESTED = {
    "combine": "all",
    "criteria": [
        {"combine": "all", "criteria": [{"measure": "age", "at_least": "50"}]},
        {
            "combine": "any",
            "criteria": [
                {"measure": "emergency_admissions", "at_least": "1"},
                {"measure": "ltc_count", "at_least": "4"},
            ],
        },
        {"combine": "none", "criteria": [{"measure": "chc", "is_set": True}]},
    ],
}
SCENARIO, SMALLER = "Base", "Narrower truncation"


def make() -> None:
    """The network's terms, and the areas in which the demo's people work; the others are left to the worker.

    So the demo starts soon.
    """
    releases.set_terms()
    for area in Area.objects.in_use():
        if not has_schema(area.schema_name):
            continue
        if area.slug in (HOME_AREA, SECOND_AREA):
            make_in(area)
        else:
            with transaction.atomic():
                outbox.send(TASK, area=area, kwargs={}, key=f"finance-sample-{area.slug}")


def make_in(area: Area) -> None:
    """Data, prices, assumptions and first figures where there are none; registers for the demo's own area."""
    with in_area(area):
        if not DataVersion.objects.exists():
            _make_in(area)
        if area.slug in (HOME_AREA, SECOND_AREA):
            cases.make(area)
        if area.slug == HOME_AREA:
            registers.make(area)
        with transaction.atomic():
            outbox.send(RELEASE_TASK, area=area, kwargs={}, key=f"finance-sample-release-{area.slug}")


def _make_in(area: Area) -> None:
    sample = synthetic.Sample.of_population(area.approx_population_2014 or PEOPLE, area=area.slug, council=area.slug)
    with tempfile.TemporaryDirectory(prefix="ipc-sample-") as place:
        files = synthetic.write(sample, Path(place))
        given = [Given("people", files.people, files.people.name)]
        given += [Given("activity", path, path.name) for path in files.activity]
        storing.load(area=area, entry=_entry(area), given=given, by=None, accept=True, is_sample=True)
        costs = {"unit_costs": (files.unit_costs, files.unit_costs.name)}
        providers = {"providers": (files.providers, files.providers.name)}
        source = "Illustrative prices, made up for this demonstration"
        prices.store(area=area, given=costs | providers, source=source, is_illustrative=True, by=None)
        _figures(area, files.assumptions.read_text())


def _entry(area: Area) -> GovernanceEntry:
    values = {
        "source": SOURCE,
        "tables": ["people", "activity", "budgets", "outcomes"],
        "controller": area.name,
        "processor": "Nobody: the rows are made up",
        "legal_basis": "None needed: nobody in the data is real",
        "agreement": "Sample agreement",
        "agreement_ends": today() + datetime.timedelta(days=260),
        "assessment": "Sample assessment",
        "assessment_ends": today() + datetime.timedelta(days=400),
    }
    return governance.add_entry(area=area, values=values, by=None, is_sample=True)


def _figures(area: Area, text: str) -> None:
    """Two scenarios; a costing and a complexity-adjusted model by the first, and rates by both."""
    narrower = text.replace("truncation = 40000", "truncation = 20000")
    facts = {"area": area, "by": None, "is_sample": True}
    base = assumptions.save(name=SCENARIO, text=text, reason="Illustrative figures to begin with", **facts)
    other = assumptions.save(name=SMALLER, text=narrower, reason="What if less of each person's cost counts", **facts)
    cohort = cohorts.save(name=COHORT, criteria=CRITERIA, reason="A first look at who costs most", **facts)
    nested = cohorts.save(name=UNPLANNED, criteria=NESTED, reason="Who might be helped before a crisis", **facts)
    for each in (cohort, nested):
        making.make(area=area, kind=Run.Kind.COHORT, assumptions=base, cohort=each, by=None)
    kept.make(area=area, assumptions=base, by=None)
    runs = (
        (Run.Kind.COST, base),
        (Run.Kind.CAPITATE, other),
        (Run.Kind.CAPITATE, base),
        (Run.Kind.COMPLEXITY, base),
    )
    for kind, terms in runs:
        making.make(area=area, kind=kind, assumptions=terms, by=None)
