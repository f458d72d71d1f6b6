"""Who may use the addresses of an area's roll-out; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import AREA_STAFF, Row
from tenants.rollout import rights_public
from tenants.rollout.lists import rights as lists_rights
from tenants.rollout.milestones.rights import ROWS as MILESTONES
from tenants.rollout.returns.rights import ROWS as RETURNS
from tenants.rollout.risks.rights import ROWS as RISKS
from tenants.rollout.sites.rights import ROWS as SITES


def _group(world: Any) -> dict[str, Any]:
    return {"group": "mental-health"}


def _component(world: Any) -> dict[str, Any]:
    return {"kind": "maturity", "key": "1a"}


def _assessment(world: Any) -> dict[str, Any]:
    return {"key": "mental-health"}


def _cohort_of_another_area(world: Any) -> dict[str, Any]:
    """A finance cohort's number that the area itself does not have."""
    from tenants.contexts import in_area
    from tenants.rollout.models import EqualityAssessment

    with in_area(world.other_area):
        names = ("One", "Two")
        made = [EqualityAssessment.objects.create(subject="finance_cohort", finance_cohort=name) for name in names]
    return {"key": f"cohort-{made[-1].pk}"}


def _measure(world: Any) -> dict[str, Any]:
    return {"measure": "plans"}


def _screen(world: Any) -> dict[str, Any]:
    return {**_assessment(world), "screen": "people"}


ROWS = [
    Row("rollout:plans", AREA_STAFF),
    Row("rollout:download", AREA_STAFF, sample=lambda world: {"key": "plans", "ending": "csv"}),
    Row("rollout:plan", AREA_STAFF, sample=_group),
    *SITES,
    Row("rollout:change", ["area-lead"], ("GET", "POST"), sample=_group, also=(422,)),
    Row("rollout:maturity", AREA_STAFF),
    Row("rollout:key-actions", AREA_STAFF),
    Row("rollout:promises", AREA_STAFF),
    Row("rollout:progress-download", AREA_STAFF, sample=lambda world: {"key": "maturity", "ending": "csv"}),
    Row("rollout:progress-item", AREA_STAFF, sample=_component),
    Row("rollout:progress-change", ["area-lead"], ("GET", "POST"), sample=_component, also=(422,)),
    Row("rollout:trajectory", AREA_STAFF),
    Row("rollout:trajectory-measure", AREA_STAFF, sample=_measure),
    Row("rollout:trajectory-change", ["area-lead"], ("GET", "POST"), sample=_measure, also=(422,)),
    Row("rollout:trajectory-revisions", AREA_STAFF),
    Row("rollout:trajectory-template", ["area-lead"]),
    Row("rollout:trajectory-upload", ["area-lead"], ("GET", "POST"), also=(422,)),
    Row("rollout:trajectory-download", AREA_STAFF, sample=lambda world: {"key": "revisions", "ending": "csv"}),
    Row("rollout:equality", AREA_STAFF),
    Row("rollout:equality-new", ["area-lead"], ("GET", "POST"), also=(422,)),
    Row(
        "rollout:equality-download",
        AREA_STAFF,
        sample=lambda world: {**_assessment(world), "ending": "csv"},
        foreign=lambda world: {**_cohort_of_another_area(world), "ending": "csv"},
    ),
    Row("rollout:equality-item", AREA_STAFF, sample=_assessment, foreign=_cohort_of_another_area),
    Row("rollout:equality-agree", ["area-lead"], ("POST",), sample=_assessment, foreign=_cohort_of_another_area),
    Row("rollout:equality-open", ["area-lead"], ("GET", "POST"), sample=_assessment, foreign=_cohort_of_another_area),
    Row(
        "rollout:equality-screen",
        ["area-lead"],
        ("GET", "POST"),
        sample=_screen,
        foreign=lambda world: {**_cohort_of_another_area(world), "screen": "people"},
        also=(422,),
    ),
    *RETURNS,
    *MILESTONES,
    *RISKS,
    *rights_public.ROWS,
    *lists_rights.ROWS,
]
