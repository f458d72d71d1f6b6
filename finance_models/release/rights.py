"""Who may use the addresses of releases to the region; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import Row
from finance_models.foreign import OF_THE_OTHER_AREA
from finance_models.governance.rights import EDITORS, FORM, READERS
from finance_models.loading.rights import version_in
from tenants.contexts import in_area

RELEASERS = ("area-lead",)
SUMS = {
    "people": 12, "days": 4380, "days_squared": 1_598_700, "truncated": 120_000, "truncated_squared": 1_200_000_000,
    "truncated_by_days": 43_800_000, "excess": 0,
}  # fmt: skip


def terms_now(**values: Any) -> Any:
    """Terms of the network."""
    from tenants.returns import finance
    from tenants.returns.models import FinanceTerms

    facts = {
        "window_start": "2013-04-01", "window_end": "2014-04-01", "age_edges": [0], "ltc_edges": [0],
        "truncation_pence": 4_000_000, "inflation": "0", "growth": "0", "efficiency": "0",
    }  # fmt: skip
    found = FinanceTerms.objects.first()
    return found or finance.set_terms(values=facts | values, reason="To begin with", by=None)


def document_of(area: Any) -> dict[str, Any]:
    """A release of one band, of twelve people with £100 each."""
    settings = {"acute": {"cost": 120_000, "cost_squared": 1_200_000_000}}
    return {
        "area": area.slug,
        "window": ["2013-04-01", "2014-04-01"],
        "age_edges": [0],
        "ltc_edges": [0],
        "truncation": 4_000_000,
        "bands": [{"bands": ["all"], "sums": dict(SUMS), "settings": settings, "together": []}],
        "lines": {"unlinked": 0, "outside_eligibility": 0, "uncosted": 0, "costed": 12},
        "activity": {"acute": 12},
    }


def release_in(area: Any, state: str = "prepared", number: int = 0) -> Any:
    """A release of an area in a state, with sums of made-up people."""
    from config.today import today
    from finance_models.models import RegionalRelease, Run

    version = version_in(area)
    result = {"release": document_of(area), "merged": [], "together": []}
    with in_area(area):
        RegionalRelease.objects.filter(state="proposed").update(state="superseded")
        facts = {"checksum": "x", "code_version": "x", "made_on": today(), "result": result}
        run = Run.objects.create(kind="release", version=version, inputs={"terms": terms_now().number}, **facts)
        number = number or RegionalRelease.objects.count() + 1
        return RegionalRelease.objects.create(
            number=number, run=run, terms=terms_now().number, state=state, is_sample=True
        )


def _prepared(world: Any) -> dict[str, Any]:
    return {"number": release_in(world.area).number}


def _proposed(world: Any) -> dict[str, Any]:
    return {"number": release_in(world.area, "proposed").number}


def _other(world: Any) -> dict[str, Any]:
    from finance_models.models import RegionalRelease

    with in_area(world.other_area):
        there = RegionalRelease.objects.filter(number=OF_THE_OTHER_AREA).exists()
    return {"number": OF_THE_OTHER_AREA if there else release_in(world.other_area, number=OF_THE_OTHER_AREA).number}


ROWS = [
    Row("finance:releases", READERS),
    Row("finance:releases-download", READERS, sample=lambda world: {"ending": "csv"}),
    Row("finance:release-prepare", EDITORS, ("POST",)),
    Row("finance:release", READERS, sample=_prepared, foreign=_other),
    Row("finance:release-propose", EDITORS, ("POST",), sample=_prepared, foreign=_other),
    Row("finance:release-release", RELEASERS, ("POST",), sample=_proposed, foreign=_other),
    Row("finance:release-decline", RELEASERS, FORM, sample=_proposed, foreign=_other, also=(422,)),
    Row("finance:release-withdraw", RELEASERS, FORM, sample=_proposed, foreign=_other, also=(422,)),
]
