"""What one run of a job leaves behind, however it goes."""

import pytest
from django.db import IntegrityError, connection, transaction

from jobs import actions, registry, sweeper
from jobs import run as running
from jobs.errors import JobOver
from jobs.models import Job, OutboxMessage
from jobs.run import run_job
from jobs.worker_record import WorkerRecord
from tests.jobs.conftest import other_connection
from tests.jobs.sample_work import KINDS, written

assert KINDS


def start(kind, manager, **facts):
    return actions.start(kind=kind, by=manager, **facts)


def after_run(job):
    run_job(str(job.public_id))
    job.refresh_from_db()
    return job


def test_done_job_stores_its_work_and_its_words(manager):
    job = after_run(start("sample-network-steps", manager, input={"n": 2}))

    assert (job.state, job.words, job.result, job.result_url) == ("done", "2 steps were done.", {"steps": 2}, "/home/")
    assert job.attempts == 1
    assert job.created_at <= job.started_at <= job.finished_at
    assert [word for word, _ in written()] == ["step 1", "step 2"]


def test_job_is_recorded_with_its_message_or_not_at_all(manager):
    with pytest.raises(RuntimeError), transaction.atomic():
        start("sample-network-steps", manager)
        raise RuntimeError

    assert not Job.objects.exists()
    assert not OutboxMessage.objects.exists()


def test_refused_job_says_why_and_stores_nothing(manager):
    job = after_run(start("sample-refusing", manager))

    assert job.state == "failed"
    assert job.failure == "The file has 2 faults. Nothing was stored."
    assert job.faults == ["areas.csv:2: no name", "areas.csv:3: no slug"]
    assert written() == []


def test_a_rooms_own_refusal_is_shown_as_it_is(manager):
    job = after_run(start("sample-own-words", manager))

    assert (job.failure, job.faults) == ("This can't be done on a Sunday.", ["one"])


def test_our_own_fault_gives_a_reference_and_no_detail(manager):
    job = after_run(start("sample-broken", manager))

    assert job.state == "failed"
    assert job.public_id.hex[:8] in job.failure
    assert "secret" not in job.failure
    assert written() == []


def test_progress_is_seen_while_the_work_is_not_yet_kept(manager, monkeypatch):
    job = start("sample-network-steps", manager, input={"n": 3})
    seen = []
    step = WorkerRecord.step

    def looking(record, *arguments):
        step(record, *arguments)
        with other_connection() as other:
            other.execute("SELECT state, progress, total FROM jobs_job WHERE id = %s", [job.pk])
            seen.append(other.fetchone())
            other.execute("SELECT count(*) FROM sample_work")
            seen.append(other.fetchone()[0])

    monkeypatch.setattr("jobs.worker_record.STEP_SECONDS", 0)
    monkeypatch.setattr(WorkerRecord, "step", looking)
    after_run(job)

    assert seen == [("running", 1, 3), 0, ("running", 2, 3), 0, ("running", 3, 3), 0]


def test_second_delivery_while_it_runs_is_thrown_away(manager):
    job = start("sample-network-steps", manager)
    with WorkerRecord(job) as first:
        assert first.is_ours
        after_run(job)

    assert job.state == "waiting"
    assert written() == []


def test_second_delivery_after_it_is_done_is_thrown_away(manager):
    job = start("sample-network-steps", manager, input={"n": 1})
    after_run(job)
    after_run(job)

    assert job.attempts == 1
    assert [word for word, _ in written()] == ["step 1"]


def test_stopped_while_waiting_it_never_starts(manager):
    job = start("sample-network-steps", manager)
    actions.cancel(job, by=manager)
    after_run(job)

    assert (job.state, job.attempts) == ("cancelled", 0)
    assert written() == []


def test_stopped_while_running_it_stops_at_its_next_step(manager, monkeypatch):
    job = start("sample-network-steps", manager, input={"n": 50, "seconds": 0.01})
    monkeypatch.setattr("jobs.worker_record.STEP_SECONDS", 0)
    stop_at_step(monkeypatch, job, manager, 3)
    after_run(job)

    assert job.state == "cancelled"
    assert job.progress == 4  # the step that noticed
    assert written() == []


def stop_at_step(monkeypatch, job, manager, number):
    """As somebody would on the page: from another connection, while the work's transaction is open."""
    step = WorkerRecord.step

    def stopping(record, done, total, words):
        step(record, done, total, words)
        if done == number:
            with other_connection() as other:
                other.execute("UPDATE jobs_job SET cancel_requested_at = now() WHERE id = %s", [job.pk])

    monkeypatch.setattr(WorkerRecord, "step", stopping)


def test_result_of_a_job_that_was_stopped_meanwhile_is_thrown_away(manager, monkeypatch):
    job = start("sample-network-steps", manager, input={"n": 2})
    monkeypatch.setattr("jobs.worker_record.STEP_SECONDS", 0)
    stop_at_step(monkeypatch, job, manager, 2)  # the last step: only the end is left
    after_run(job)

    assert job.state == "cancelled"
    assert written() == []


def test_result_of_a_job_that_was_failed_meanwhile_is_thrown_away(manager, monkeypatch):
    job = start("sample-network-steps", manager, input={"n": 1})

    def failing(record, *arguments):
        with other_connection() as other:
            other.execute(
                "UPDATE jobs_job SET state = 'failed', failure = 'x', finished_at = statement_timestamp() "
                "WHERE id = %s",
                [job.pk],
            )

    monkeypatch.setattr(WorkerRecord, "step", failing)
    after_run(job)

    assert (job.state, job.failure) == ("failed", "x")
    assert written() == []


def test_stopping_a_job_that_has_ended_is_refused_in_words(manager):
    job = after_run(start("sample-network-steps", manager))

    with pytest.raises(JobOver, match="nothing to stop"):
        actions.cancel(job, by=manager)


def running_without_a_worker(job, attempts):
    Job.objects.filter(pk=job.pk).update(state="running", started_at=job.created_at, attempts=attempts)


def test_sweeper_starts_an_orphan_again(manager):
    job = start("sample-network-steps", manager, input={"n": 1})
    running_without_a_worker(job, 1)

    assert sweeper.sweep() == 1
    job.refresh_from_db()
    assert job.state == "waiting"
    assert OutboxMessage.objects.filter(key=f"job-{job.public_id}-1").exists()
    assert after_run(job).state == "done"
    assert job.attempts == 2


def test_sweeper_fails_an_orphan_that_was_tried_often_enough(manager):
    job = start("sample-network-steps", manager)
    running_without_a_worker(job, 3)
    sweeper.sweep()
    job.refresh_from_db()

    assert job.state == "failed"
    assert job.failure == ("This stopped half way, and nothing was stored. We tried 3 times. Start it again later.")


def test_sweeper_leaves_a_job_that_a_worker_has(manager):
    job = start("sample-network-steps", manager)
    with WorkerRecord(job) as record:
        record.begin()
        assert sweeper.sweep() == 0
    job.refresh_from_db()

    assert job.state == "running"


def test_area_job_works_in_its_area(manager, kernow_area):
    job = start("sample-steps", manager, area=kernow_area, input={"n": 1})
    from jobs.tasks import run_area_job

    run_area_job.apply(kwargs={"job": str(job.public_id)}, area=kernow_area)

    assert written("area_kernow") == [("step 1", "area_kernow")]
    assert written() == []


def test_file_is_kept_for_the_servers_own_user_only(manager, settings):
    from io import BytesIO

    job = start("sample-reading", manager, file=BytesIO(b"hello"))
    folder = settings.PRIVATE_ROOT / "network" / "jobs"
    kept = settings.PRIVATE_ROOT / job.input_path

    assert [oct(path.stat().st_mode & 0o777) for path in (folder, folder.parent, kept)] == ["0o700", "0o700", "0o600"]
    assert after_run(job).state == "done"
    assert [word for word, _ in written()] == ["hello"]


def test_file_over_the_limit_leaves_nothing_behind(manager, settings):
    from io import BytesIO

    with pytest.raises(Exception, match="larger than"):
        start("sample-reading", manager, file=BytesIO(b"x" * 1001))

    assert list((settings.PRIVATE_ROOT / "network" / "jobs").iterdir()) == []
    assert not Job.objects.exists()


def test_files_of_old_jobs_are_deleted(manager, settings):
    from io import BytesIO

    old = after_run(start("sample-reading", manager, file=BytesIO(b"old")))
    new = after_run(start("sample-reading", manager, file=BytesIO(b"new")))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE jobs_job SET created_at = now() - interval '32 days', started_at = now() - interval '31 days', "
            "finished_at = now() - interval '31 days' WHERE id = %s",
            [old.pk],
        )
    assert sweeper.forget_old_inputs() == 1
    assert not (settings.PRIVATE_ROOT / old.input_path).exists()
    assert (settings.PRIVATE_ROOT / new.input_path).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        "state = 'odd'",
        "state = 'done'",
        "state = 'failed', finished_at = now()",
        "failure = 'x'",
        "finished_at = now()",
        "state = 'running'",
        "started_at = created_at - interval '1 second'",
        "progress = 2, total = 1",
    ],
)
def test_database_refuses_a_job_that_contradicts_itself(person, wrong):
    job = start("sample-network-steps", person("network-manager"))
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE jobs_job SET {wrong} WHERE id = %s", [job.pk])


def test_timeouts_go_with_the_message(person):
    job = start("sample-network-steps", person("network-manager"))
    message = OutboxMessage.objects.get(key=f"job-{job.public_id}-0")

    assert message.options == {"soft_time_limit": 1800, "time_limit": 1860}
    assert registry.get("sample-network-steps").timeout.total_seconds() == 1800
    assert running.stopped_half_way(1).count("once") == 1
