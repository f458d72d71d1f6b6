"""The composition root as an application: what has to be joined once all others are loaded."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "config"
    verbose_name = "Configuration"

    def ready(self) -> None:
        # pgtrigger replaces makemigrations' autodetector; django-tenants' own migrate command must use the
        # same one, or `check` fails with commands.E001.
        from django.core.management.commands import makemigrations
        from django_tenants.management.commands.migrate_schemas import MigrateSchemasCommand

        MigrateSchemasCommand.autodetector = makemigrations.Command.autodetector

        from audit import registry as audit_registry
        from config import (
            celery,  # noqa: F401 - `current_app` of the web process, which sends messages too
            checks,  # noqa: F401 - registers the system checks
            health,
            migrate,
            operations,
        )
        from config.backup import swapping

        health.register("database", operations.database_answers)
        health.register("migrations", migrate.is_up_to_date)
        health.register("restore", swapping.unfinished)
        audit_registry.register("session.end_all", "Ended sessions by command")
        audit_registry.register("backup.make", "Made a backup")
        audit_registry.register("backup.restore", "Put everything back from a backup")
