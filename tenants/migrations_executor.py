"""Our door for django-tenants' own `migrate_schemas`: areas are brought up to date by `tenants.area_migrations`."""

from typing import Any

from django_tenants.migration_executors.standard import StandardExecutor

from tenants.area_migrations import migrate_areas
from tenants.contexts import has_schema


class LaggingSchemasExecutor(StandardExecutor):
    """Migrates only the schemas that lack something.

    The library spends half a second a schema on finding that there is nothing to do; with 200 areas that is most of
    the time.
    """

    codename = "standard"

    def run_migrations(self, tenants: list[str] | None = None) -> None:
        """Migrate the named schemas, `public` first. Raises AreasNotMigrated after all others are done."""
        names = list(tenants or [])
        if not self._is_plain():
            super().run_migrations(names)
            return
        if self.PUBLIC_SCHEMA_NAME in names:
            super().run_migrations([self.PUBLIC_SCHEMA_NAME])
        # An archived area has a row and no schema.
        migrate_areas(name for name in names if name != self.PUBLIC_SCHEMA_NAME and has_schema(name))

    def _is_plain(self) -> bool:
        """True for "bring all up to date": a named app, --fake, --plan and the like are left to Django."""
        return not self.args and not any(
            self.options.get(name) for name in ("app_label", "fake", "plan", "check_unapplied", "prune", "run_syncdb")
        )


def get_executor(codename: str | None = None) -> type[Any]:
    """What django-tenants asks for (GET_EXECUTOR_FUNCTION)."""
    return LaggingSchemasExecutor
