"""The scheduler's rows are what is registered, and a person's changes to them are kept."""

import datetime
import json
from importlib import import_module

import pytest
from celery import current_app
from celery.schedules import crontab
from django_celery_beat.models import PeriodicTask
from django_celery_beat.schedulers import ModelEntry

from jobs import schedule
from jobs.area_task import UNSAID


@pytest.fixture
def entry(db):
    schedule.register("Sample", "jobs.tasks.sweep_jobs", every=datetime.timedelta(seconds=30))
    schedule.ensure_schedule()
    yield
    schedule.unregister("Sample")


def test_made_twice_nothing_changes(entry):
    assert schedule.ensure_schedule() == []


def test_every_row_names_its_schema(entry):
    rows = PeriodicTask.objects.filter(description__startswith=schedule.MARK)

    assert rows.count() >= 4
    assert {json.loads(row.headers)["_schema_name"] for row in rows} == {"public"}
    assert PeriodicTask.objects.get(name="Send recorded messages").interval.every == 10


def test_every_scheduled_task_takes_what_the_scheduler_sends(entry):
    for row in PeriodicTask.objects.filter(description__startswith=schedule.MARK):
        headers = ModelEntry(row, app=current_app).options["headers"]
        import_module(row.task.rpartition(".")[0])
        assert current_app.tasks[row.task]._headers(UNSAID, headers)["_schema_name"] == "public"


def test_a_persons_change_is_kept_until_the_code_changes(entry):
    row = PeriodicTask.objects.get(name="Sample")
    row.enabled = False
    row.save()
    assert schedule.ensure_schedule() == []
    assert not PeriodicTask.objects.get(name="Sample").enabled

    schedule.register("Sample", "jobs.tasks.sweep_jobs", every=datetime.timedelta(seconds=60))
    assert schedule.ensure_schedule() == ["Sample"]
    row = PeriodicTask.objects.get(name="Sample")
    assert (row.interval.every, row.enabled) == (60, False)


def test_what_is_no_longer_registered_is_removed_and_a_persons_own_row_is_not(entry):
    row = PeriodicTask.objects.get(name="Sample")
    PeriodicTask.objects.create(name="Own", task="jobs.tasks.sweep_jobs", interval=row.interval)
    schedule.unregister("Sample")

    assert schedule.ensure_schedule() == ["Sample"]
    assert PeriodicTask.objects.filter(name="Own").exists()


def test_area_wide_entry_has_a_row_for_each_active_area(kernow, bristol):
    type(bristol).objects.filter(pk=bristol.pk).update(status="suspended")
    schedule.register("Nightly", "jobs.tasks.run_area_job", at=crontab(minute="0", hour="2"), area_wide=True)
    try:
        schedule.ensure_schedule()
        rows = {row.name: row for row in PeriodicTask.objects.filter(name__startswith="Nightly")}
    finally:
        schedule.unregister("Nightly")

    assert "Nightly kernow" in rows
    assert "Nightly bristol" not in rows
    assert len(rows) == 10
    assert json.loads(rows["Nightly kernow"].headers) == {"_schema_name": "area_kernow"}
    assert str(rows["Nightly kernow"].crontab.timezone) == "Europe/London"


def test_neither_or_both_times_are_refused():
    with pytest.raises(ValueError, match="either"):
        schedule.register("Odd", "jobs.tasks.sweep_jobs")
