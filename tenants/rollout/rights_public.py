"""Who may use the area's pages about its public answers and refusals; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import AREA_STAFF, Row

# Numbers are an area's own: this one is in the other area alone.
OF_THE_OTHER_AREA = 900_001


def _refusal(world: Any) -> dict[str, Any]:
    return {"number": refusal_in(world.area)}


def _refusal_of_another_area(world: Any) -> dict[str, Any]:
    return {"number": refusal_in(world.other_area, pk=OF_THE_OTHER_AREA)}


def refusal_in(area: Any, **facts: Any) -> int:
    """The number of a report in this area."""
    from config.today import today
    from tenants.contexts import in_area
    from tenants.rollout.models import Refusal

    facts |= {"group": "mental_health", "asked_for": "A budget", "words": "They said no.", "said_on": today()}
    with in_area(area):
        return Refusal.objects.get_or_create(**facts)[0].pk


ROWS = [
    Row("rollout:your-turn", AREA_STAFF),
    Row("rollout:your-turn-file", AREA_STAFF, sample=lambda world: {"ending": "csv"}),
    Row("rollout:refusals", ["area-lead"]),
    Row("rollout:refusals-file", ["area-lead"], sample=lambda world: {"ending": "csv"}),
    Row(
        "rollout:refusal",
        ["area-lead"],
        ("GET", "POST"),
        sample=_refusal,
        foreign=_refusal_of_another_area,
        also=(422,),
    ),
]
