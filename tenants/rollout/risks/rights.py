"""Who may use the addresses of an area's risks and issues; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import AREA_STAFF, Row
from config.today import today
from tenants.contexts import in_area


def _risk(world: Any) -> dict[str, Any]:
    from tenants.rollout.risks import actions

    scores = dict.fromkeys(("likelihood_before", "impact_before", "likelihood_after", "impact_after"), 3)
    values = {"title": "Staff leave", "owner": "Project lead", "review_on": today(), **scores}
    with in_area(world.area):
        return {"number": actions.add(area=world.area, values=values, by=None).pk}


ROWS = [
    Row("rollout:risks", AREA_STAFF),
    Row("rollout:risks-download", AREA_STAFF, sample=lambda world: {"ending": "csv"}),
    Row("rollout:risk", AREA_STAFF, sample=_risk),
    Row("rollout:risk-new", ["area-lead"], ("GET", "POST"), also=(422,)),
    Row("rollout:risk-change", ["area-lead"], ("GET", "POST"), sample=_risk, also=(422,)),
    Row("rollout:risk-close", ["area-lead"], ("GET", "POST"), sample=_risk, also=(422,)),
    Row("rollout:risk-reopen", ["area-lead"], ("GET", "POST"), sample=_risk, also=(422,)),
]
