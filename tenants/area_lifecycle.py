"""The life of an area: made, suspended, resumed, exported, deleted. What `ipc area` calls."""

import datetime
import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.serializers import serialize
from django.db import transaction
from django.db.models import Max

import audit
from accounts import sessions
from accounts.models import User
from tenants import area_schemas, groups
from tenants.contexts import in_area
from tenants.models import Area, BudgetBaseline, EligiblePool, Membership
from tenants.models.areas import RESERVED_SLUGS, SLUG_SHAPE, schema_for
from tenants.protected import writing
from tenants.returns.models import PublishedPlan
from tenants.rollout.plans import store_loaded_phase


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
    return area


def find(slug: str) -> Area:
    """The area of this slug; raises AreaRefused with the slugs there are."""
    area = Area.objects.filter(slug=slug).first()
    if area is None:
        known = ", ".join(Area.objects.values_list("slug", flat=True)) or "none yet"
        raise AreaRefused(f"There is no area {slug!r}. The areas are: {known}.")
    return area


@transaction.atomic
def export_area(slug: str, path: Path, *, by: User | None = None) -> Path:
    """Write all that is the area's to one .zip: a JSON file a table, its private files, and a README."""
    area = find(slug)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", _readme(area))
        archive.writestr("area.json", serialize("json", [area], indent=1))
        for name, rows in _shared_rows(area):
            archive.writestr(f"shared/{name}.json", serialize("json", rows, indent=1))
        with in_area(area):
            for model in _area_models():
                rows = model._default_manager.order_by("pk")
                archive.writestr(f"own/{model._meta.label_lower}.json", serialize("json", rows, indent=1))
        private = private_folder(area)
        for item in sorted(private.rglob("*")) if private.is_dir() else []:
            if item.is_file():
                archive.write(item, f"files/{item.relative_to(private)}")
    audit.record(action="area.export", by=by, area=area, object=area)
    return path


@transaction.atomic
def delete_area(slug: str, *, confirm: str, by: User | None = None) -> None:
    """Remove an area's schema and private files for good; its row is archived, so that what it published stays.

    `confirm` repeats the slug; only a suspended area can be deleted. Raises AreaRefused.
    """
    area = find(slug)
    if confirm != slug:
        raise AreaRefused(f"To delete {area.name}, repeat its slug: {slug}.")
    if area.status != Area.Status.SUSPENDED:
        raise AreaRefused(f"Suspend {area.name} and export it first: ipc area suspend {slug}.")
    with writing(Membership):
        now = datetime.datetime.now(datetime.UTC)
        Membership.objects.live().filter(area=area).update(ended_at=now, ended_by=by)
    area_schemas.drop(area.schema_name)
    transaction.on_commit(lambda: shutil.rmtree(private_folder(area), ignore_errors=True))
    Area.objects.filter(pk=area.pk).update(status=Area.Status.ARCHIVED)
    audit.record(action="area.delete", by=by, area=area, object=area)


def private_folder(area: Area) -> Path:
    """Where the area's private files are."""
    return Path(settings.PRIVATE_ROOT) / area.schema_name


def _area_models() -> list[Any]:
    return [
        model
        for config in apps.get_app_configs()
        if config.name in {"tenants.rollout", "finance_models"}
        for model in config.get_models()
    ]


def _shared_rows(area: Area) -> list[tuple[str, Any]]:
    return [
        ("published_plans", PublishedPlan.objects.filter(area=area).order_by("pk")),
        ("budget_baseline", BudgetBaseline.objects.filter(area=area)),
        ("eligible_pools", EligiblePool.objects.filter(area=area)),
        ("memberships", Membership.objects.filter(area=area).order_by("pk")),
    ]


def _readme(area: Area) -> str:
    facts = {"area": area.slug, "exported_at": datetime.datetime.now(datetime.UTC).isoformat()}
    return (
        f"All that the platform holds for {area.name}.\n"
        "own/ has the tables of its workspace, shared/ what it published, files/ its private files.\n"
        f"{json.dumps(facts)}\n"
    )
