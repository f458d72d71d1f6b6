"""Making an area. The reference is the same schema migrated from nothing, as the library does by default."""

import time

from django.db import connection, transaction  # noqa: E402

from benchmarks import _site
from tenants import area_lifecycle, area_schemas  # noqa: E402

COPIES, MIGRATED = 5, 2


def main() -> None:
    _site.prepare()
    copied = _seconds(COPIES, lambda number: area_lifecycle.create_area(slug=f"copy-{number}", name=f"Copy {number}"))
    bare = _seconds(COPIES, _copy_alone)
    migrated = _seconds(MIGRATED, _migrate_from_nothing)
    _site.report(
        [
            ("an area with its plans (ms)", copied * 1000, migrated * 1000, "a schema migrated from nothing (ms)"),
            ("a schema copied (ms)", bare * 1000, migrated * 1000, "a schema migrated from nothing (ms)"),
        ]
    )


def _seconds(times: int, work) -> float:
    start = time.perf_counter()
    for number in range(times):
        work(number)
    return (time.perf_counter() - start) / times


@transaction.atomic
def _copy_alone(number: int) -> None:
    area_schemas.create(f"area_bare_{number}")


def _migrate_from_nothing(number: int) -> None:
    """Django's own way: every app's migrations replayed, though the router lets few of them do anything."""
    from django_tenants.migration_executors import base

    schema = f"area_slow_{number}"
    connection.cursor().execute(f"CREATE SCHEMA {schema}")
    options = {"interactive": False, "verbosity": 0, "database": "default"}
    base.run_migrations((), _defaults(options), "standard", schema)
    connection.set_schema_to_public()


def _defaults(options: dict) -> dict:
    from django.core.management.commands.migrate import Command

    parsed = Command().create_parser("manage.py", "migrate").parse_args([])
    return {**vars(parsed), **options, "skip_checks": True}


if __name__ == "__main__":
    main()
