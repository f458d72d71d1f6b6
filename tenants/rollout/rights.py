"""Who may use the addresses of an area's roll-out; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import AREA_STAFF, Row


def _group(world: Any) -> dict[str, Any]:
    return {"group": "mental-health"}


def _component(world: Any) -> dict[str, Any]:
    return {"kind": "maturity", "key": "1a"}


ROWS = [
    Row("rollout:plans", AREA_STAFF),
    Row("rollout:partners", AREA_STAFF),
    Row("rollout:resources", AREA_STAFF),
    Row("rollout:download", AREA_STAFF, sample=lambda world: {"key": "plans", "ending": "csv"}),
    Row("rollout:plan", AREA_STAFF, sample=_group),
    Row("rollout:change", ["area-lead"], ("GET", "POST"), sample=_group, also=(422,)),
    Row("rollout:maturity", AREA_STAFF),
    Row("rollout:key-actions", AREA_STAFF),
    Row("rollout:promises", AREA_STAFF),
    Row("rollout:progress-download", AREA_STAFF, sample=lambda world: {"key": "maturity", "ending": "csv"}),
    Row("rollout:progress-item", AREA_STAFF, sample=_component),
    Row("rollout:progress-change", ["area-lead"], ("GET", "POST"), sample=_component, also=(422,)),
]
