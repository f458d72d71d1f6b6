"""Who may use the addresses of the case baseline: cases are about single people, so the finance lead alone."""

import datetime
from typing import Any

from accounts.rights_table import BOARD_READERS, Row
from finance_models.foreign import number_in_other_area
from finance_models.governance.rights import EDITORS, FORM, READERS
from tenants.contexts import in_area

VALUES = {"site": "Harbour team", "group": "mental_health", "before_hospital": 1_200_000, "after_hospital": 900_000}


def case_in(area: Any, pseudonym: str = "c-001") -> Any:
    """A case of an area."""
    from finance_models.cases import actions

    recorded = actions.Recorded({**VALUES, "pseudonym": pseudonym}, [("Short breaks", 120_000)])
    with in_area(area):
        return actions.record(area=area, cases=[recorded], by=None)[0]


def _case(world: Any) -> dict[str, Any]:
    return {"number": case_in(world.area).pk}


OTHER = number_in_other_area("Case", **VALUES, pseudonym="c-other", recorded_on=datetime.date(2015, 7, 1))
FINANCE_GROUP = ("network-manager", "evaluator")


def release_in(area: Any) -> Any:
    """A proposed release of an area's cases."""
    import datetime

    from finance_models.models import CaseRelease

    day = datetime.date(2015, 7, 1)
    with in_area(area):
        number = CaseRelease.objects.count() + 1
        CaseRelease.objects.filter(state="proposed").update(state="superseded")
        return CaseRelease.objects.create(number=number, sums=SUMS, code_version="x", proposed_on=day, is_sample=True)


def released(area: Any) -> Any:
    """A release of an area that is in the pool."""
    from tenants.returns import cases as published

    return published.publish(area=area, number=1, sums=SUMS, code_version="x", is_sample=True)


def _file(world: Any) -> dict[str, Any]:
    released(world.area)
    return {"key": "groups", "ending": "csv"}


def _waiting_file(world: Any) -> dict[str, Any]:
    release_in(world.area)
    return {"key": "groups", "ending": "csv"}


CELL = [12, 1_200_000, 900_000, 120_000_000_000, 67_500_000_000, 7_500_000_000]
SUMS = {
    "total": [{"names": [], "sums": CELL}],
    "groups": [{"names": ["mental_health"], "sums": CELL}],
    "costs": [{"names": ["hospital"], "sums": CELL}],
}
ROWS = [
    Row("finance:cases-region", READERS),
    Row("finance:cases-region-file", READERS, sample=_waiting_file),
    Row("finance:cases-propose", EDITORS, ("POST",)),
    Row(
        "finance:cases-decide",
        ["area-lead"],
        ("POST",),
        sample=lambda world: {"number": release_in(world.area).number},
        data={"do": "decline", "why": "Not yet"},
        also=(422,),
    ),
    Row("case_pool:start", FINANCE_GROUP),
    Row("case_pool:download", FINANCE_GROUP, sample=_file),
    Row("case_board:start", BOARD_READERS),
    Row("case_board:download", BOARD_READERS, sample=lambda world: {"ending": _file(world)["ending"]}),
    Row("finance:cases", EDITORS),
    Row("finance:cases-download", EDITORS, sample=lambda world: {"ending": "csv"}),
    Row("finance:cases-template", EDITORS),
    Row("finance:cases-upload", EDITORS, FORM, also=(422,)),
    Row("finance:case", EDITORS, sample=_case, foreign=OTHER),
    Row("finance:case-new", EDITORS, FORM, also=(422,)),
    Row("finance:case-change", EDITORS, FORM, sample=_case, foreign=OTHER, also=(422,)),
    Row("finance:case-delete", EDITORS, FORM, sample=_case, foreign=OTHER),
]
