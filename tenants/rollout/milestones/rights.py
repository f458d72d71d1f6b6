"""Who may use the addresses of an area's milestones; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import AREA_STAFF, Row
from config.today import today
from tenants.contexts import in_area


def _milestone(world: Any) -> dict[str, Any]:
    return {"key": "finance-2"}


def _local_milestone(world: Any) -> dict[str, Any]:
    from tenants.rollout.milestones import actions

    with in_area(world.area):
        return {"key": actions.add(area=world.area, values={"title": "Our own", "due": today()}, by=None).key}


CSV = {"ending": "csv"}
ROWS = [
    Row("rollout:milestones", AREA_STAFF),
    Row("rollout:milestones-download", AREA_STAFF, sample=lambda world: CSV),
    Row("rollout:milestone", AREA_STAFF, sample=_milestone),
    Row("rollout:milestone-moves", AREA_STAFF, sample=lambda world: _milestone(world) | CSV),
    Row("rollout:milestone-new", ["area-lead"], ("GET", "POST"), also=(422,)),
    Row("rollout:milestone-change", ["area-lead"], ("GET", "POST"), sample=_milestone, also=(422,)),
    Row("rollout:milestone-take-off", ["area-lead"], ("GET", "POST"), sample=_local_milestone, also=(422,)),
    Row("rollout:milestone-put-back", ["area-lead"], ("GET", "POST"), sample=_local_milestone, also=(422,)),
]
