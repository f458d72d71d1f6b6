"""Who may use the addresses of an area's roll-out; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import AREA_STAFF, Row


def _group(world: Any) -> dict[str, Any]:
    return {"group": "mental-health"}


ROWS = [
    Row("rollout:plans", AREA_STAFF),
    Row("rollout:partners", AREA_STAFF),
    Row("rollout:resources", AREA_STAFF),
    Row("rollout:download", AREA_STAFF, sample=lambda world: {"key": "plans", "ending": "csv"}),
    Row("rollout:plan", AREA_STAFF, sample=_group),
    Row("rollout:change", ["area-lead"], ("GET", "POST"), sample=_group, also=(422,)),
]
