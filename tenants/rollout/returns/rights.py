"""Who may use the addresses of an area's returns; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import AREA_STAFF, Row

LEAD = ["area-lead"]
# Quarters that nobody signs in these tests for the area of the address, or for another.
WRITTEN, SIGNED, SIGNED_ELSEWHERE = "2015Q2", "2015Q1", "2014Q4"


def _quarter(world: Any) -> dict[str, Any]:
    return {"quarter": WRITTEN}


def _written(world: Any) -> dict[str, Any]:
    """A quarter that is being written."""
    from tenants.contexts import in_area
    from tenants.rollout.models import ReturnDraft

    with in_area(world.area):
        ReturnDraft.objects.get_or_create(quarter=WRITTEN, version=1, state=ReturnDraft.State.DRAFT)
    return {"quarter": WRITTEN}


def _section(world: Any) -> dict[str, Any]:
    return {**_written(world), "section": "people"}


def _sign(area: Any, quarter: str) -> None:
    from tenants.returns.models import SignedReturn
    from tenants.returns.shape import CELLS

    facts = {"figures": dict.fromkeys(CELLS, 0), "signed_name": "The table of rights", "signed_on": "2015-04-20"}
    SignedReturn.objects.get_or_create(area=area, quarter=quarter, version=1, defaults=facts)


def _signed(world: Any) -> dict[str, Any]:
    _sign(world.area, SIGNED)
    return {"quarter": SIGNED}


def _another_areas(world: Any) -> dict[str, Any]:
    _sign(world.other_area, SIGNED_ELSEWHERE)
    return {"quarter": SIGNED_ELSEWHERE}


def _version(world: Any) -> dict[str, Any]:
    return {**_signed(world), "version": 1}


def _another_areas_version(world: Any) -> dict[str, Any]:
    return {**_another_areas(world), "version": 1}


def _csv(made: Any) -> Any:
    return lambda world: {**made(world), "ending": "csv"}


ROWS = [
    Row("returns_pages:list", AREA_STAFF),
    Row("returns_pages:list-file", AREA_STAFF, sample=lambda world: {"ending": "csv"}),
    Row("returns_pages:quarter", AREA_STAFF, sample=_quarter),
    Row("returns_pages:begin", LEAD, ("POST",), sample=_quarter),
    Row("returns_pages:section", LEAD, ("GET", "POST"), sample=_section),
    Row("returns_pages:check", LEAD, sample=_written),
    Row("returns_pages:sign", LEAD, ("GET", "POST"), sample=_written, also=(422,)),
    Row("returns_pages:discard", LEAD, ("GET", "POST"), sample=_written),
    Row("returns_pages:correct", LEAD, ("GET", "POST"), sample=_signed, foreign=_another_areas, also=(422,)),
    Row("returns_pages:template", LEAD, sample=_written),
    Row("returns_pages:upload", LEAD, ("GET", "POST"), sample=_written, also=(422,)),
    Row("returns_pages:upload-confirm", LEAD, ("POST",), sample=_written),
    Row("returns_pages:national", LEAD, sample=_csv(_signed), foreign=_csv(_another_areas)),
    Row("returns_pages:versions", AREA_STAFF, sample=_signed, foreign=_another_areas),
    Row("returns_pages:versions-file", AREA_STAFF, sample=_csv(_signed), foreign=_csv(_another_areas)),
    Row("returns_pages:version", AREA_STAFF, sample=_version, foreign=_another_areas_version),
    Row("returns_pages:version-file", AREA_STAFF, sample=_csv(_version), foreign=_csv(_another_areas_version)),
]
