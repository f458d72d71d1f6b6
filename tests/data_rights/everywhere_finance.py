"""A person's rows in an area's finance models: one in every table that may have one."""

import datetime
from typing import Any

from django.apps import apps
from django.utils import timezone

from tenants.contexts import in_area

DAY = datetime.date(2015, 7, 1)


def model(name: str) -> Any:
    """The model of this name."""
    return apps.get_model("finance_models", name)


def make(user: Any, area: Any) -> None:
    """A row by and about the person in each table of the area."""
    with in_area(area):
        entry = _register(user)
        _runs(user, entry)
        _lists(user)


def _register(user: Any) -> Any:
    now = timezone.now()
    named = dict.fromkeys(("controller", "processor", "legal_basis", "agreement", "assessment"), user.name)
    entry = model("GovernanceEntry").objects.create(
        source=f"List of {user.name}", tables=["people"], agreement_ends=DAY, assessment_ends=DAY, by=user, **named
    )
    model("Objection").objects.create(pseudonym="p1", received_on=DAY, by=user)
    times = {"opened_at": now, "due_at": now + datetime.timedelta(days=30)}
    model("GovernanceClock").objects.create(kind="breach", words=f"{user.name} lost a list", by=user, **times)
    return entry


def _runs(user: Any, entry: Any) -> None:
    facts = {"checksum": "x", "loaded_on": DAY, "by": user}
    version = model("DataVersion").objects.create(
        number=1, entry=entry, folder="x", warnings=[f"{user.name}.csv was read as Windows-1252"], **facts
    )
    model("PriceTable").objects.create(kind="providers", number=1, source=f"Sent by {user.name}", **facts)
    model("ColumnMapping").objects.create(source=f"List of {user.name}", table="people", by=user)
    named = {"name": "Base", "number": 1, "reason": f"{user.name} said so", "by": user}
    assumptions = model("AssumptionSet").objects.create(text=f"# by {user.name}", **named)
    model("CohortDefinition").objects.create(sentence=f"As {user.name} asked", **named)
    run = model("Run").objects.create(
        kind="release", version=version, checksum="x", assumptions=assumptions, code_version="x", made_on=DAY, by=user
    )
    model("RegionalRelease").objects.create(
        number=1, run=run, terms=1, state="proposed", note=f"Ask {user.name}", proposed_by=user, proposed_on=DAY
    )


def _lists(user: Any) -> None:
    case = model("Case").objects.create(
        pseudonym="p1", site=f"Site of {user.name}", group="mental_health", recorded_on=DAY, by=user
    )
    model("CaseLine").objects.create(case=case, what=f"Hours of {user.name}", pence=100)
    model("CaseRelease").objects.create(
        number=1, state="declined", sums={}, code_version="x", proposed_by=user, proposed_on=DAY, is_sample=True,
        why=f"{user.name} said so",
    )  # fmt: skip
    contract = model("Contract").objects.create(
        provider=user.name, services="Care", kind="spot", yearly_pence=1, notice_months=1, by=user
    )
    model("ContractChange").objects.create(
        contract=contract, terms={"notice_months": 2}, reason=f"{user.name} asked", intended_on=DAY, by=user
    )
