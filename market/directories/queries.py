"""Which directories a commissioner looks after, and what is in them."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet

from accounts.access import Access
from accounts.permissions import Permission
from market.models import Directory, DirectoryRecord, DirectoryRun
from tenants.models import Area

SERVICE = DirectoryRecord.Kind.SERVICE
State = DirectoryRecord.State


def areas_of(access: Access) -> list[Area]:
    """The areas in which the person is a commissioner."""
    areas = {row.area for row in access.memberships if row.area and access.can(Permission.MARKET_SHAPE, row.area)}
    return sorted(areas, key=lambda area: area.name)


def directories(access: Access) -> QuerySet[Directory]:
    """Directories of the person's areas, with how much is in them and when they were last loaded."""
    areas = areas_of(access)
    mine = Q(area__in=areas) | Q(areas__overlap=[area.slug for area in areas])
    services = Q(records__kind=SERVICE)
    return Directory.objects.filter(mine).annotate(
        services=Count("records", filter=services & Q(records__state=State.LISTED)),
        gone=Count("records", filter=Q(records__state=State.GONE)),
        waits=Count("records", filter=Q(records__waiting__isnull=False)),
    )


def directory(access: Access, public_id: UUID) -> Directory | None:
    """One of them."""
    return directories(access).filter(public_id=public_id).first()


def last_loaded(found: list[Directory]) -> dict[int, Any]:
    """When each was last loaded, by number."""
    rows = DirectoryRun.objects.filter(directory__in=found, outcome=DirectoryRun.Outcome.LOADED)
    return dict(rows.values_list("directory").annotate(Max("run_at")).order_by())


def records(found: Directory, *, state: str = "", words: str = "") -> QuerySet[DirectoryRecord]:
    """The directory's services; `state` one of the states, or "waits"."""
    rows = found.records.filter(kind=SERVICE).defer("document")
    if state == "waits":
        rows = rows.filter(waiting__isnull=False)
    elif state:
        rows = rows.filter(state=state)
    if words:
        rows = rows.filter(name__icontains=words)
    return rows.select_related("offer__listing").order_by("name", "pk")


def record(access: Access, public_id: UUID) -> DirectoryRecord | None:
    """One service of a directory of theirs."""
    mine = directories(access).values("pk")
    rows = DirectoryRecord.objects.filter(directory__in=mine, kind=SERVICE, public_id=public_id)
    return rows.select_related("directory__area", "offer__shown", "offer__listing").first()


def run(found: Directory, public_id: UUID) -> DirectoryRun | None:
    """One reading of a directory."""
    return found.runs.filter(public_id=public_id).first()
