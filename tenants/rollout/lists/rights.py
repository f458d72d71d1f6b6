"""Who may use the addresses of the three lists; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import AREA_STAFF, Row

EDIT = ("GET", "POST")
# Numbers are an area's own: this one is in the other area alone.
OF_THE_OTHER_AREA = 900_001


def _csv(world: Any) -> dict[str, Any]:
    return {"ending": "csv"}


def _number(kind: str) -> Any:
    return lambda world: {"number": row_in(world.area, kind)}


def _number_elsewhere(kind: str) -> Any:
    return lambda world: {"number": row_in(world.other_area, kind, pk=OF_THE_OTHER_AREA)}


def row_in(area: Any, kind: str, **facts: Any) -> int:
    """The number of a row in this area's list."""
    from tenants.contexts import in_area
    from tenants.models import Organisation
    from tenants.rollout.lists.kinds import KINDS

    known = Organisation.objects.get_or_create(slug="a-charity", name="A charity", kind="voluntary")[0]
    own: dict[str, dict[str, Any]] = {
        "partners": {"organisation": known},
        "resources": {"what": "A brokerage team"},
        "people": {"name": "A name", "role": "Leads"},
    }
    with in_area(area):
        return KINDS[kind].model.objects.get_or_create(**own[kind], **facts)[0].pk


def _rows(kind: str) -> list[Row]:
    number, elsewhere = _number(kind), _number_elsewhere(kind)
    return [
        Row(f"rollout:{kind}", AREA_STAFF),
        Row(f"rollout:{kind}-file", AREA_STAFF, sample=_csv),
        Row(f"rollout:{kind}-new", ["area-lead"], EDIT, also=(422,)),
        Row(f"rollout:{kind}-history", AREA_STAFF),
        Row(f"rollout:{kind}-history-file", AREA_STAFF, sample=_csv),
        Row(f"rollout:{kind}-change", ["area-lead"], EDIT, sample=number, foreign=elsewhere, also=(422,)),
        Row(f"rollout:{kind}-remove", ["area-lead"], EDIT, sample=number, foreign=elsewhere),
    ]


ROWS = [row for kind in ("partners", "resources", "people") for row in _rows(kind)]
