"""Areas are brought up to date as the library would, each wholly or not at all."""

import re
import subprocess
import sys

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django_tenants import migration_executors
from django_tenants.management.commands import migrate_schemas

from config.backup import programs
from config.migrate import is_up_to_date, migrate_everything
from tenants.area_migrations import AreasNotMigrated, applied_migrations, migrate_areas
from tenants.contexts import in_area
from tenants.models import Area
from tenants.rollout import migrations

HEAD = "from django.db import migrations, models\nimport pgtrigger.compiler, pgtrigger.migrations\n\n\n"
# A column with an index, a new table that points at a shared one, data in between, a changed field.
CHANGES = """class Migration(migrations.Migration):
    dependencies = [("rollout", "{before}"), ("tenants", "0001_initial")]
    operations = [
        migrations.AddField("partner", "trial", models.CharField(max_length=40, default="", db_index=True)),
        migrations.CreateModel("Trial", [
            ("id", models.BigAutoField(primary_key=True)),
            ("network", models.ForeignKey("tenants.Network", on_delete=models.PROTECT, related_name="+")),
            ("plan", models.ForeignKey("rollout.GroupPlan", on_delete=models.PROTECT)),
        ]),
        migrations.RunPython(lambda apps, editor: apps.get_model("rollout", "Partner").objects.update(trial="x"),
                             migrations.RunPython.noop),
        migrations.AlterField("resource", "what", models.CharField(max_length=500)),
    ]
"""
# pgtrigger writes one function of all schemas anew with each trigger.
TRIGGER = """class Migration(migrations.Migration):
    dependencies = [("rollout", "{before}")]
    operations = [
        pgtrigger.migrations.AddTrigger("partner", pgtrigger.compiler.Trigger(
            name="trial", sql=pgtrigger.compiler.UpsertTriggerSql(
                func="RAISE EXCEPTION 'never';", hash="trial", when="BEFORE", operation="TRUNCATE", level="STATEMENT",
                pgid="pgtrigger_trial_12345", table="rollout_partner"))),
    ]
"""
# The second of the two fails where the area has a resource of this name.
FAILS = """class Migration(migrations.Migration):
    dependencies = [("rollout", "{before}")]
    operations = [migrations.RunSQL("ALTER TABLE rollout_resource ADD CONSTRAINT trial CHECK (what <> 'forbidden')")]
"""


@pytest.fixture
def add_migration(tmp_path, monkeypatch):
    """Adds a migration to the roll-out's, in a copy of their folder that lasts as long as the test."""
    import shutil
    from pathlib import Path

    name = f"migrations_of_{re.sub('[^a-z]', '', tmp_path.name)}"
    package = Path(shutil.copytree(Path(migrations.__file__).parent, tmp_path / name))
    monkeypatch.syspath_prepend(tmp_path)

    def add(content):
        names = sorted(path.stem for path in package.glob("[0-9]*.py"))
        (package / f"{len(names) + 1:04}_trial.py").write_text(HEAD + content.format(before=names[-1]))

    with override_settings(MIGRATION_MODULES={"rollout": name}):
        yield add
    for module in [module for module in sys.modules if module.startswith(name)]:
        del sys.modules[module]


def structure(schema):
    """The schema's tables, indexes, constraints, triggers and functions as text, under a name that all share."""
    done = subprocess.run(
        [str(programs.program("pg_dump")), "--schema-only", f"--schema={schema}"],
        env=programs.environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return re.sub(r"(?m)^\\(un)?restrict .*$", "", done.stdout).replace(schema, "a_schema")


def librarys_own(schema, monkeypatch):
    monkeypatch.setattr(migrate_schemas, "GET_EXECUTOR_FUNCTION", migration_executors.get_executor)
    call_command("migrate_schemas", tenant=True, schema_name=schema, interactive=False, verbosity=0)


@pytest.mark.slow
def test_ours_leaves_the_tables_that_the_librarys_command_leaves(committed_db, add_migration, monkeypatch):
    add_migration(CHANGES)
    assert migrate_areas(["area_kernow"]) == ["area_kernow"]
    librarys_own("area_swindon", monkeypatch)
    assert structure("area_kernow") == structure("area_swindon")
    assert "trial" in structure("area_kernow")
    applied = applied_migrations(["area_kernow", "area_swindon"])
    assert applied["area_kernow"] == applied["area_swindon"]


@pytest.mark.slow
def test_an_area_that_fails_stays_as_it_was_while_the_others_go_on_and_the_next_run_mends_it(
    committed_db, add_migration
):
    kernow = Area.objects.get(slug="kernow")
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO area_kernow.rollout_resource (\"group\", what) VALUES ('', 'forbidden')")
    add_migration(CHANGES)
    add_migration(FAILS)
    before = structure("area_kernow")
    areas = ["area_bristol", "area_kernow", "area_swindon"]
    with pytest.raises(AreasNotMigrated) as refused:
        migrate_areas(areas)
    (fault,) = refused.value.faults
    assert re.match(r"area_kernow stays as it was: rollout\.\d{4}_trial: IntegrityError: check constraint", fault)
    assert refused.value.changed == ["area_bristol", "area_swindon"]
    assert structure("area_kernow") == before
    assert "trial" in structure("area_bristol")
    with in_area(kernow), connection.cursor() as cursor:
        cursor.execute("UPDATE rollout_resource SET what = 'allowed' WHERE what = 'forbidden'")
    assert migrate_areas(areas) == ["area_kernow"]
    assert migrate_areas(areas) == []


@pytest.mark.slow
def test_many_areas_are_migrated_by_two_processes_and_a_second_run_finds_nothing(committed_db, add_migration):
    add_migration(CHANGES)
    add_migration(TRIGGER)
    changed = migrate_everything()
    assert {"public", "area_template", "area_kernow", "area_bristol"} <= set(changed)
    assert len(changed) == 13
    assert is_up_to_date() is None
    assert migrate_everything() == []


def test_nothing_to_do_asks_the_database_as_often_for_one_area_as_for_eleven(db, django_assert_num_queries):
    schemas = [area.schema_name for area in Area.objects.all()]
    assert len(schemas) == 11
    for wanted in (schemas[:1], schemas):
        with django_assert_num_queries(2):
            assert migrate_areas(wanted) == []
