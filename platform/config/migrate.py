"""Bringing the whole database up to date: the shared schema, the base schema, every area."""

from collections.abc import Callable

from django.core.management import call_command
from django.db import connection
from django_tenants.utils import get_tenant_model

from tenants import area_schemas
from tenants.area_migrations import migrate_areas, schemas_behind

Say = Callable[[str], None]


def migrate_everything(say: Say = lambda words: None) -> list[str]:
    """Migrate `public`, make or migrate the base schema, migrate the areas that are behind.

    Returns the schemas that changed. Safe to run again: a second run finds nothing to do. Raises AreasNotMigrated where
    an area's schema stayed as it was; the others are up to date then.
    """
    changed: list[str] = []
    if schemas_behind(["public"]):
        say("Preparing the shared tables")
        call_command("migrate_schemas", shared=True, interactive=False, verbosity=0)
        area_schemas.prepare_cloning()
        changed.append("public")
    _make_base_schema()
    # The base schema first and alone: where it fails, there is no use in trying the areas.
    changed += migrate_areas([area_schemas.BASE_SCHEMA], say)
    changed += migrate_areas(schemas_of_areas(), say)
    connection.set_schema_to_public()
    return changed


def is_up_to_date() -> str | None:
    """For `/readyz`: None, or a sentence that names the schemas that still need migrations."""
    behind = sorted(schemas_behind(["public", *schemas_of_areas()]))
    return f"Migrations are missing in {', '.join(behind)}." if behind else None


def schemas_of_areas() -> list[str]:
    """The base schema and those of all areas but the archived, whose schemas are gone."""
    areas = get_tenant_model().objects.in_use()
    return [area_schemas.BASE_SCHEMA, *areas.values_list("schema_name", flat=True)]


def _make_base_schema() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {area_schemas.BASE_SCHEMA}")
