"""Real workers, real messages, real kills."""

import os
import signal
import time

import pytest
from celery import current_app

from jobs import actions, sweeper
from jobs.models import Job
from tests.jobs.conftest import wait_for
from tests.jobs.sample_work import area_note, network_note, written

pytestmark = pytest.mark.slow


def fresh(job):
    return Job.objects.get(pk=job.pk)


def mid_work(job):
    return wait_for(lambda: fresh(job).progress >= 3)


def steps(manager, area=None, kind="sample-network-steps", n=12):
    return actions.start(kind=kind, by=manager, area=area, input={"n": n, "seconds": 0.15})


def test_job_whose_worker_is_killed_is_finished_by_the_next_one_and_stored_once(manager, start_worker):
    job = steps(manager)
    first = start_worker()
    mid_work(job)
    first.kill()

    assert fresh(job).state == "running"
    assert written() == []
    wait_for(lambda: sweeper.sweep() == 1, seconds=10)
    assert fresh(job).state == "waiting"

    start_worker()
    wait_for(lambda: fresh(job).has_ended)
    assert (fresh(job).state, fresh(job).attempts) == ("done", 2)
    assert sorted(word for word, _ in written()) == sorted(f"step {number}" for number in range(1, 13))


def test_job_that_may_be_tried_once_ends_as_failed_with_nothing_stored(manager, start_worker):
    job = steps(manager, kind="sample-once")
    worker = start_worker()
    mid_work(job)
    worker.kill()
    wait_for(lambda: sweeper.sweep() == 1, seconds=10)

    assert fresh(job).state == "failed"
    assert "nothing was stored" in fresh(job).failure
    assert written() == []


def test_kill_of_the_workers_child_alone_hands_the_job_to_the_next_child(manager, start_worker, kernow_area):
    job = steps(manager, area=kernow_area, kind="sample-steps")
    worker = start_worker()
    mid_work(job)
    for child in worker.children():
        os.kill(child, signal.SIGKILL)
    wait_for(lambda: fresh(job).attempts == 2 or sweeper.sweep(), seconds=20)
    wait_for(lambda: fresh(job).has_ended)

    assert (fresh(job).state, fresh(job).attempts) == ("done", 2)
    assert len(written("area_kernow")) == 12
    assert {schema for _, schema in written("area_kernow")} == {"area_kernow"}


def test_a_worker_refuses_what_names_no_area_and_works_on_what_does(tables, start_worker, kernow_area):
    send_as_the_library_would("area_note", "without an area", {})
    send_as_the_library_would("area_note", "unknown", {"_schema_name": "area_atlantis"})
    send_as_the_library_would("area_note", "shared", {"_schema_name": "public"})
    network_note.send("shared on purpose")
    area_note.send("kernow's", area=kernow_area)
    start_worker()
    wait_for(lambda: written("area_kernow"))
    time.sleep(0.2)

    assert written("area_kernow") == [("kernow's", "area_kernow")]
    assert written("public") == [("shared on purpose", "public")]
    from audit.models import AuditRow

    assert AuditRow.objects.filter(action="task.refuse").count() == 3


def send_as_the_library_would(task, word, headers):
    """Past our own application, straight to the queue."""
    from celery.app.base import Celery

    Celery.send_task(current_app._get_current_object(), f"tests.jobs.sample_work.{task}", [word], headers=headers)
