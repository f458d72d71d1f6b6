"""Migrating many areas: ours and the library's own executor, on the same database in the same run."""

import contextlib
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import _site  # isort: skip - makes Django ready

from django.core.management import call_command  # noqa: E402
from django.test import override_settings  # noqa: E402
from django_tenants import migration_executors  # noqa: E402
from django_tenants.management.commands import migrate_schemas  # noqa: E402

from config.migrate import migrate_everything  # noqa: E402
from tenants import area_lifecycle  # noqa: E402
from tenants.models import Area  # noqa: E402
from tenants.rollout import migrations  # noqa: E402

CHANGE = """from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rollout", "{before}")]
    operations = [
        migrations.AddField("partner", "trial_{number}", models.CharField(max_length=40, default="", db_index=True))
    ]
"""


def make_areas(wanted: int) -> None:
    """Areas in all, by copying."""
    _site.prepare()
    for number in range(Area.objects.count(), wanted):
        area_lifecycle.create_area(slug=f"more-{number}", name=f"More {number}")


@contextlib.contextmanager
def changes() -> Iterator[Path]:
    """The roll-out's migrations in a folder of their own, to which `add_change` adds."""
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "trial_migrations"
        shutil.copytree(Path(migrations.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
        sys.path.insert(0, folder)
        try:
            with override_settings(MIGRATION_MODULES={"rollout": "trial_migrations"}):
                yield package
        finally:
            sys.path.remove(folder)


def add_change(package: Path) -> None:
    """One more migration: a column with an index in each area."""
    names = sorted(path.stem for path in package.glob("[0-9]*.py"))
    number = len(names) + 1
    (package / f"{number:04}_trial.py").write_text(CHANGE.format(before=names[-1], number=number))


def ours() -> float:
    """Seconds of `ipc migrate`."""
    start = time.perf_counter()
    migrate_everything()
    return time.perf_counter() - start


def librarys() -> float:
    """Seconds of the library's `migrate_schemas` with its own standard executor."""
    before, migrate_schemas.GET_EXECUTOR_FUNCTION = (
        migrate_schemas.GET_EXECUTOR_FUNCTION,
        migration_executors.get_executor,
    )
    start = time.perf_counter()
    try:
        call_command("migrate_schemas", interactive=False, verbosity=0)
    finally:
        migrate_schemas.GET_EXECUTOR_FUNCTION = before
    return time.perf_counter() - start
