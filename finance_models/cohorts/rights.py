"""Who may use the addresses of finance cohorts; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import Row
from finance_models.foreign import number_in_other_area
from finance_models.governance.rights import EDITORS, FORM, READERS
from tenants.contexts import in_area

CRITERIA = {"combine": "all", "criteria": [{"measure": "ltc_count", "at_least": "2"}]}


def cohort_in(area: Any) -> Any:
    """A cohort of an area."""
    from finance_models.cohorts import actions, queries

    with in_area(area):
        found = queries.versions_of("Several conditions")
        facts = {"name": "Several conditions", "criteria": CRITERIA, "reason": "To begin with", "by": None}
        return found[0] if found else actions.save(area=area, **facts)


def _cohort(world: Any) -> dict[str, Any]:
    return {"number": cohort_in(world.area).pk}


OTHER = number_in_other_area("CohortDefinition", name="Other", number=1, criteria={}, sentence="Other.")
ROWS = [
    Row("finance:cohorts", READERS),
    Row("finance:cohort", READERS, sample=_cohort, foreign=OTHER),
    Row("finance:cohort-new", EDITORS, FORM, also=(422,)),
    Row("finance:cohort-change", EDITORS, FORM, sample=_cohort, foreign=OTHER, also=(422,)),
    Row("finance:cohort-count", EDITORS, ("POST",), sample=_cohort, foreign=OTHER),
]
