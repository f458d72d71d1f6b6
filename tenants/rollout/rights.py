"""Who may use these addresses; see `accounts.rights_table`."""

from accounts.rights_table import AREA_STAFF, Row

ROWS = [
    Row("rollout:plans", AREA_STAFF),
    Row("rollout:partners", AREA_STAFF),
    Row("rollout:resources", AREA_STAFF),
    Row("rollout:download", AREA_STAFF, sample=lambda world: {"key": "plans"}),
    Row("rollout:plan", AREA_STAFF, sample=lambda world: {"group": "mental-health"}),
    Row(
        "rollout:change",
        ["area-lead"],
        ("GET", "POST"),
        sample=lambda world: {"group": "mental-health"},
        also=(422,),
    ),
]
