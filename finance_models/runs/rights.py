"""Who may use the addresses of prices, assumptions and runs; see `accounts.rights_table`."""

import datetime
from typing import Any

from accounts.rights_table import Row
from finance_models.foreign import number_in_other_area
from finance_models.governance.rights import EDITORS, FORM, READERS
from finance_models.loading.rights import version_in
from tenants.contexts import in_area

RESULT = {
    "lines": {"costed": 1, "uncosted": 0, "outside_eligibility": 0, "unlinked": 0},
    "by_setting": {"acute": 100},
    "by_source": {"actual": 100},
    "total": 100,
    "warnings": [],
    "conditions": [],
    "uncosted": [],
    "comparison": [],
    "not_compared": 0,
}


def assumptions_in(area: Any) -> Any:
    """A set of assumptions of an area."""
    from finance_models.assumptions import actions, queries, starting

    with in_area(area):
        found = queries.versions_of("Base")
        facts = {"name": "Base", "text": starting.TEXT, "reason": "To begin with", "by": None}
        return found[0] if found else actions.save(area=area, **facts)


def run_in(area: Any) -> Any:
    """A costing of an area."""
    from config.today import today
    from finance_models.models import Run

    version = version_in(area)
    assumptions = assumptions_in(area)
    facts = {"checksum": "x", "code_version": "x", "made_on": today(), "result": RESULT}
    with in_area(area):
        return Run.objects.create(kind="cost", version=version, assumptions=assumptions, **facts)


def prices_in(area: Any) -> Any:
    """A table of providers of an area."""
    from config.today import today
    from finance_models.models import PriceTable

    with in_area(area):
        number = PriceTable.objects.count() + 1
        facts = {"checksum": "x", "source": "By hand", "loaded_on": today()}
        return PriceTable.objects.create(kind="providers", number=number, rows=[{"provider": "A", "mff": "1"}], **facts)


def _assumptions(world: Any) -> dict[str, Any]:
    return {"number": assumptions_in(world.area).pk}


def _run(world: Any) -> dict[str, Any]:
    return {"number": run_in(world.area).pk}


TERMS = number_in_other_area("AssumptionSet", name="Other", number=1, text="", reason="Other")
PRICES = number_in_other_area(
    "PriceTable", kind="providers", number=77, checksum="x", source="Other", loaded_on=datetime.date(2015, 7, 1)
)
ROWS = [
    Row("finance:prices", READERS),
    Row("finance:prices-download", READERS, sample=lambda world: {"ending": "csv"}),
    Row(
        "finance:prices-rows",
        READERS,
        sample=lambda world: {"number": prices_in(world.area).pk, "ending": "csv"},
        foreign=lambda world: {**PRICES(world), "ending": "csv"},
    ),
    Row("finance:prices-load", EDITORS, FORM, also=(422,)),
    Row("finance:assumptions-list", READERS),
    Row("finance:assumptions", READERS, sample=_assumptions, foreign=TERMS),
    Row("finance:assumptions-new", EDITORS, FORM, also=(422,)),
    Row("finance:assumptions-change", EDITORS, FORM, sample=_assumptions, foreign=TERMS, also=(422,)),
    Row("finance:assumptions-reference", EDITORS, FORM, sample=_assumptions, foreign=TERMS),
    Row("finance:cost", READERS),
    Row("finance:rates", READERS),
    Row("finance:complexity", READERS),
    Row("finance:run-start", EDITORS, ("POST",), sample=lambda world: {"kind": "cost"}),
    Row("finance:run", READERS, sample=_run),
    Row(
        "finance:run-download",
        READERS,
        sample=lambda world: {**_run(world), "key": "settings", "ending": "csv"},
    ),
]
