"""A real scheduler and a real worker: a reminder reaches an area's lead by a message that carries the area."""

import datetime
import os
import signal
import subprocess
import sys
from contextlib import suppress

import pytest
from django.db import connection

from jobs import schedule
from jobs.models import OutboxMessage
from notify.models import Notification
from tenants.contexts import in_area
from tenants.models import Area
from tenants.reminders import AREA_TASK
from tenants.rollout.models import GroupPlan
from tests import databases
from tests.conftest import make_person
from tests.jobs.conftest import PROJECT, broker, wait_for  # noqa: F401 - a fixture

pytestmark = pytest.mark.slow
SCHEDULER = "--scheduler=django_celery_beat.schedulers:DatabaseScheduler"
STARTED_WITHIN_SECONDS = 200  # two Celery programs start; 8 seconds on a quiet machine
WORKER = ("--pool=solo", "--without-gossip", "--without-mingle", "--without-heartbeat")


@pytest.fixture
def lead(committed_db):
    """Kernow's lead; a date of Kernow's plan and of Bristol's has passed, and Bristol is suspended."""
    kernow, bristol = (Area.objects.get(slug=slug) for slug in ("kernow", "bristol"))
    for area in (kernow, bristol):
        with in_area(area):
            GroupPlan.objects.filter(group="mental_health").update(planned_start="2015-07-01")
    people = make_person("area-lead", area=kernow), make_person("area-lead", area=bristol)
    Area.objects.exclude(slug="kernow").update(status="suspended")
    return people[0]


@pytest.fixture
def each_second(lead):
    """The morning's reminders each second, and nothing else."""
    from django_celery_beat.models import PeriodicTask

    PeriodicTask.objects.all().delete()
    entry = schedule.Entry("Remind each second", "tenants.tasks.remind_everybody", datetime.timedelta(seconds=1))
    assert schedule._ensure(entry.name, entry, "public")


@pytest.fixture
def run(committed_db, broker, tmp_path):  # noqa: F811
    """Starts a Celery program on the test's database and broker; all are ended afterwards."""
    started = []

    def start(*words):
        environment = os.environ | {"DATABASE_URL": databases.url_of(committed_db), "REDIS_URL": broker.url}
        with (tmp_path / f"{words[0]}.log").open("wb") as log:
            command = [sys.executable, "-m", "celery", "-A", "config", *words, "--loglevel=INFO"]
            started.append(
                subprocess.Popen(command, env=environment, cwd=PROJECT, stdout=log, stderr=log, start_new_session=True)
            )

    yield start
    for process in started:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=10)


def test_a_real_scheduler_reminds_an_areas_lead_through_the_areas_own_message(each_second, run, lead):
    run("worker", *WORKER)
    run("beat", SCHEDULER, "--pidfile=", "--max-interval=1")
    wait_for(
        lambda: OutboxMessage.objects.filter(task=AREA_TASK, done_at__isnull=False).exists(),
        seconds=STARTED_WITHIN_SECONDS,
    )

    messages = OutboxMessage.objects.filter(task=AREA_TASK).select_related("area")
    assert [message.area.slug for message in messages] == ["kernow"]  # none to the suspended areas
    assert list(Notification.objects.filter(kind="plan-late").values_list("to", "area_slug")) == [(lead.pk, "kernow")]
    assert connection.schema_name == "public"
