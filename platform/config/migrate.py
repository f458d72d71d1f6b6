"""Bringing the whole database up to date: the shared schema, the base schema, every area."""

from collections.abc import Callable

from django.core.management import call_command
from django.db import connection
from django_tenants.utils import get_tenant_model
from tenants import area_schemas
from tenants.migrations_executor import schemas_behind

Say = Callable[[str], None]


def migrate_everything(say: Say = lambda words: None) -> list[str]:
    """Migrate `public`, make or migrate the base schema, migrate the areas that are behind.

    Returns the schemas that changed. Safe to run again: a second run finds nothing to do.
    """
    changed: list[str] = []
    if schemas_behind(["public"]):
        say("Preparing the shared tables")
        call_command("migrate_schemas", shared=True, interactive=False, verbosity=0)
        area_schemas.prepare_cloning()
        changed.append("public")
    _make_base_schema()
    schemas = [area_schemas.BASE_SCHEMA, *get_tenant_model().objects.values_list("schema_name", flat=True)]
    for schema in sorted(schemas_behind(schemas)):
        say(f"Preparing {schema}")
        call_command("migrate_schemas", tenant=True, schema_name=schema, interactive=False, verbosity=0)
        changed.append(schema)
    connection.set_schema_to_public()
    return changed


def is_up_to_date() -> str | None:
    """For `/readyz`: None, or a sentence that names the schemas that still need migrations."""
    schemas = ["public", area_schemas.BASE_SCHEMA, *get_tenant_model().objects.values_list("schema_name", flat=True)]
    behind = sorted(schemas_behind(schemas))
    return f"Migrations are missing in {', '.join(behind)}." if behind else None


def _make_base_schema() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {area_schemas.BASE_SCHEMA}")
