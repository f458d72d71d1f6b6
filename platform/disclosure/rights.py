"""Who may use these addresses; see `accounts.rights_table`."""

import datetime
from typing import Any

from accounts.rights_table import AREA_STAFF, BOARD_READERS, Row


def _release_of(area: Any) -> Any:
    from disclosure import actions

    return actions.register_public(
        area=area,
        data_set="rights-table",
        version="1",
        title="Figures for the table of rights",
        selection="Nobody",
        tables=[{"caption": "Everybody", "head": ["Who", "People"], "rows": [["Everybody", 198]]}],
        source="The table of rights",
        as_at=datetime.date(2014, 11, 30),
    )


def _any(world: Any) -> dict[str, Any]:
    return {"public_id": _release_of(world.area).public_id}


def _another_areas(world: Any) -> dict[str, Any]:
    return {"public_id": _release_of(world.other_area).public_id}


def _any_file(world: Any) -> dict[str, Any]:
    return {**_any(world), "ending": "csv"}


def _another_areas_file(world: Any) -> dict[str, Any]:
    return {**_another_areas(world), "ending": "csv"}


def _csv(world: Any) -> dict[str, Any]:
    return {"ending": "csv"}


RULE_CHOOSERS = ["area-lead", "finance-lead"]

ROWS = [
    Row("releases:list", BOARD_READERS),
    Row("releases:list-file", BOARD_READERS, sample=_csv),
    Row("releases:release", BOARD_READERS, sample=_any),
    Row("releases:release-file", BOARD_READERS, sample=_any_file),
    Row("releases:data-set-rule", ["network-manager"], ("GET", "POST"), also=(422,)),
    Row("releases:area-list", AREA_STAFF),
    Row("releases:area-list-file", AREA_STAFF, sample=_csv),
    Row("releases:area-release", AREA_STAFF, sample=_any, foreign=_another_areas),
    Row("releases:area-release-file", AREA_STAFF, sample=_any_file, foreign=_another_areas_file),
    Row("releases:area-rule", RULE_CHOOSERS, ("GET", "POST"), also=(422,)),
]
