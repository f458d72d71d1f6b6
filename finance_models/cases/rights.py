"""Who may use the addresses of the case baseline: cases are about single people, so the finance lead alone."""

import datetime
from typing import Any

from accounts.rights_table import Row
from finance_models.foreign import number_in_other_area
from finance_models.governance.rights import EDITORS, FORM
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
ROWS = [
    Row("finance:cases", EDITORS),
    Row("finance:cases-download", EDITORS, sample=lambda world: {"ending": "csv"}),
    Row("finance:cases-template", EDITORS),
    Row("finance:cases-upload", EDITORS, FORM, also=(422,)),
    Row("finance:case", EDITORS, sample=_case, foreign=OTHER),
    Row("finance:case-new", EDITORS, FORM, also=(422,)),
    Row("finance:case-change", EDITORS, FORM, sample=_case, foreign=OTHER, also=(422,)),
    Row("finance:case-delete", EDITORS, FORM, sample=_case, foreign=OTHER),
]
