"""Who may use the addresses of an area's sites; see `accounts.rights_table`."""

import datetime
from typing import Any

from accounts.rights_table import AREA_STAFF, Row


def _site(world: Any) -> dict[str, Any]:
    return {"site": _site_in(world.area).pk}


def _site_of_another_area(world: Any) -> dict[str, Any]:
    return {"site": _site_in(world.other_area).pk}


def _site_in(area: Any) -> Any:
    from tenants import sites
    from tenants.models import ImplementationCohort

    return sites.add(
        area=area,
        group="mental_health",
        cohort=ImplementationCohort.objects.earliest("number"),
        name=f"A site of {area}",
        on=datetime.date(2015, 1, 7),
        stage=4,
        by=None,
    )


def _mentoring(world: Any) -> dict[str, Any]:
    return _mentoring_in(world.area)


def _mentoring_of_another_area(world: Any) -> dict[str, Any]:
    return _mentoring_in(world.other_area)


def _mentoring_in(area: Any) -> dict[str, Any]:
    from tenants import sites
    from tenants.models import ImplementationCohort

    day = datetime.date(2015, 7, 1)
    later = ImplementationCohort.objects.get(number=2)
    mentored = sites.add(area=area, group="mental_health", cohort=later, name="A later site", on=day, by=None)
    made = sites.start_mentoring(mentor=_site_in(area), mentee=mentored, on=day, by=None)
    return {"site": mentored.pk, "mentoring": made.pk}


SITE = {"sample": _site, "foreign": _site_of_another_area}
WRITES_A_SITE = {**SITE, "methods": ("GET", "POST"), "also": (422,)}

ROWS = [
    Row("rollout:sites", AREA_STAFF),
    Row("rollout:sites-download", AREA_STAFF, sample=lambda world: {"key": "sites", "ending": "csv"}),
    Row("rollout:site", AREA_STAFF, **SITE),
    Row(
        "rollout:site-moves-download",
        AREA_STAFF,
        sample=lambda world: {**_site(world), "ending": "csv"},
        foreign=lambda world: {**_site_of_another_area(world), "ending": "csv"},
    ),
    Row("rollout:site-add", ["area-lead"], ("GET", "POST"), also=(422,)),
    Row("rollout:site-move", ["area-lead"], **WRITES_A_SITE),
    Row("rollout:site-take-back", ["area-lead"], **WRITES_A_SITE),
    Row("rollout:site-correct", ["area-lead"], **WRITES_A_SITE),
    Row("rollout:site-mentor", ["area-lead"], **WRITES_A_SITE),
    Row(
        "rollout:mentoring-end",
        ["area-lead"],
        ("GET", "POST"),
        sample=_mentoring,
        foreign=_mentoring_of_another_area,
        also=(422,),
    ),
]
