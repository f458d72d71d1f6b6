"""The life of an area: made, suspended, resumed, exported, deleted. What `ipc area` calls."""

import datetime
import re
import shutil
from pathlib import Path

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

import audit
from accounts import sessions
from accounts.models import User
from audit import queries as audit_queries
from config.caching import forget_cached
from jobs.schedule import ensure_schedule
from tenants import area_export, area_schemas, groups
from tenants.area_migrations import migrate_areas
from tenants.contexts import in_area
from tenants.models import Area, Follower, Membership
from tenants.models.areas import RESERVED_SLUGS, SLUG_SHAPE, schema_for
from tenants.protected import writing
from tenants.rollout.plans import store_loaded_phase

# An export that is older doesn't count before a deletion: people may have worked on.
EXPORT_COUNTS_DAYS = 7


class AreaRefused(ValueError):
    """What was asked can't be done to this area; the message is a finished sentence."""


def list_areas() -> list[Area]:
    """Every area in the network's order, archived ones too."""
    return list(Area.objects.all())


@transaction.atomic
def create_area(*, slug: str, name: str, short_name: str = "", by: User | None = None) -> Area:
    """Make an area with its schema and an empty plan for each group. Raises AreaRefused."""
    if not re.fullmatch(SLUG_SHAPE, slug) or slug in RESERVED_SLUGS:
        raise AreaRefused(
            f"{slug!r} can't be an area's slug. Use 2 to 40 small letters, numbers and hyphens, "
            f"and none of {', '.join(RESERVED_SLUGS)}."
        )
    wanted = Area(slug=slug, name=name, short_name=short_name or name)
    if Area.objects.filter(schema_name=schema_for(slug)).exists():
        raise AreaRefused(f"There is an area {slug} already, or one whose slug is too like it.")
    if Area.objects.filter(name__iexact=name).exists():
        raise AreaRefused(f"There is an area called {name} already.")
    wanted.position = (Area.objects.aggregate(last=Max("position"))["last"] or 0) + 1
    wanted.save()
    area_schemas.create(wanted.schema_name)
    with in_area(wanted):
        for group in groups.GROUPS:
            store_loaded_phase(area=wanted, group=group.key, phase=None, source=f"Made by hand: {name}")
    audit.record(action="area.create", by=by, area=wanted, object=wanted)
    return wanted


def suspend_area(slug: str, *, by: User | None = None) -> Area:
    """Close an area's workspace until it is resumed: its members get 404, and its jobs are refused."""
    return _set_status(slug, Area.Status.SUSPENDED, "area.suspend", by)


def resume_area(slug: str, *, by: User | None = None) -> Area:
    """Open a suspended area again. Raises AreaRefused for a deleted one, whose workspace is gone."""
    if find(slug).status == Area.Status.ARCHIVED:
        raise AreaRefused(f"The workspace of {slug} was deleted, so it can't be opened again.")
    return _set_status(slug, Area.Status.ACTIVE, "area.resume", by)


@transaction.atomic
def _set_status(slug: str, status: str, action: str, by: User | None) -> Area:
    area = find(slug)
    Area.objects.filter(pk=area.pk).update(status=status)
    area.status = status
    if not area.is_active:
        sessions.end_all(Membership.objects.live().filter(area=area).values_list("user_id", flat=True))
    audit.record(action=action, by=by, area=area, object=area)
    ensure_schedule()
    return area


def find(slug: str) -> Area:
    """The area of this slug; raises AreaRefused with the slugs there are."""
    area = Area.objects.filter(slug=slug).first()
    if area is None:
        known = ", ".join(Area.objects.values_list("slug", flat=True)) or "none yet"
        raise AreaRefused(f"There is no area {slug!r}. The areas are: {known}.")
    return area


def export_area(slug: str, path: Path, *, by: User | None = None) -> Path:
    """Write all that is the area's to one .zip: its tables, its private files, a README. Raises AreaRefused."""
    area = find(slug)
    if area.status == Area.Status.ARCHIVED:
        raise AreaRefused(f"The workspace of {slug} was deleted, so there is nothing to export.")
    return area_export.export_area(area, path, by=by)


@transaction.atomic
def delete_area(slug: str, *, confirm: str, why_without_export: str = "", by: User | None = None) -> None:
    """Remove an area's schema and private files for good; its row is archived, so that what it published stays.

    `confirm` repeats the slug. Only a suspended area can be deleted, and only after an export of these days, unless
    `why_without_export` says why none is needed. The slug is never given again. Raises AreaRefused.
    """
    area = find(slug)
    if confirm != slug:
        raise AreaRefused(f"To delete {area.name}, repeat its slug: {slug}.")
    if area.status != Area.Status.SUSPENDED:
        raise AreaRefused(f"Suspend {area.name} and export it first: ipc area suspend {slug}.")
    exported_at = last_export(area)
    if exported_at is None and not why_without_export.strip():
        raise AreaRefused(
            f"{area.name} was not exported in the last {EXPORT_COUNTS_DAYS} days. Export it first: "
            f"ipc area export {slug} FILE."
        )
    with writing(Membership):
        now = datetime.datetime.now(datetime.UTC)
        ended = Membership.objects.live().filter(area=area).update(ended_at=now, ended_by=by)
    # Nothing changes any more on its public pages, which are gone too.
    Follower.objects.filter(area=area).delete()
    area_schemas.drop(area.schema_name)
    Area.objects.filter(pk=area.pk).update(status=Area.Status.ARCHIVED)
    detail = {"exported_at": exported_at, "without_export": why_without_export.strip()[:300], "roles_ended": ended}
    audit.record(action="area.delete", by=by, area=area, object=area, detail=detail)
    transaction.on_commit(lambda: _after_deletion(area))


def last_export(area: Area) -> datetime.datetime | None:
    """When the area was last exported, where that is recent enough to count before it is deleted."""
    since = timezone.now() - datetime.timedelta(days=EXPORT_COUNTS_DAYS)
    newest = audit_queries.rows(area=area, action="area.export").filter(at__gte=since).first()
    return newest.at if newest else None


def settle_restored(slug: str, *, status_before: str) -> None:
    """After a workspace was put back: its tables up to date, nothing stale in the cache, and open as it was before."""
    area = find(slug)
    migrate_areas([area.schema_name])
    forget_cached(area.schema_name)
    with transaction.atomic():
        if status_before == Area.Status.ACTIVE:
            Area.objects.filter(pk=area.pk, status=Area.Status.SUSPENDED).update(status=Area.Status.ACTIVE)
        audit.record(action="area.restore", area=area, object=area)
    ensure_schedule()


def _after_deletion(area: Area) -> None:
    """What no transaction can take back."""
    shutil.rmtree(area_export.private_folder(area), ignore_errors=True)
    forget_cached(area.schema_name)
