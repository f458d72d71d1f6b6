"""Doing one job in a worker."""

from pathlib import Path
from typing import Any

import structlog
from celery.exceptions import SoftTimeLimitExceeded
from django.db import connection, transaction

from audit.history import made_by
from jobs import actions, files, outbox, registry, worker_record
from jobs.errors import JobCancelled, JobRefused, LateResult
from jobs.models import Job
from jobs.worker_record import WorkerRecord
from notify.actions import notify

STOPPED_HALF_WAY = "This stopped half way, and nothing was stored. We tried {tries}. Start it again later."
OUR_FAULT = "Something went wrong on our side, and nothing was stored. Give this reference when you ask: {reference}."
TOO_LONG = "This took longer than {minutes}, so it was stopped. Nothing was stored."
FAULTS_KEPT = 1_000

log = structlog.get_logger(__name__)


class JobRun:
    """What the work is given: who asked, for which area, with what; and `progress`, to be called at each step."""

    def __init__(self, job: Job, record: WorkerRecord) -> None:
        self.by = job.owner
        self.area = job.area
        self.input: dict[str, Any] = dict(job.input)
        self.public_id = job.public_id
        self._input_path = job.input_path
        self._record = record

    @property
    def file(self) -> Path | None:
        """The file that the person gave, in private storage."""
        return files.path_of(self._input_path) if self._input_path else None

    def progress(self, done: int, total: int | None = None, words: str = "") -> None:
        """Say how far it is: seen at once on the job's page, at most ten times a second.

        Raises JobCancelled when somebody asked to stop. Let it pass: what was written is taken back.
        """
        self._record.step(done, total, words)


def run_job(public_id: str, message_id: str | None = None) -> None:
    """Do the job with this id, in the connection's current area.

    A second delivery while a worker has the job is thrown away, and so is one for a job that has ended.
    """
    job = Job.objects.select_related("owner", "area").filter(public_id=public_id).first()
    if job is None or job.has_ended:
        outbox.mark_done(message_id)
        return
    with WorkerRecord(job) as record:
        if not record.is_ours:
            log.info("job delivered twice", job=public_id)
            return
        if not record.begin():
            record.stop()
            outbox.mark_done(message_id)
            return
        # From here on the sweeper looks after the job, and the message has done its duty.
        outbox.mark_done(message_id)
        _attempt(job, record)


def _attempt(job: Job, record: WorkerRecord) -> None:
    """One try. However it goes, the job's row says so before the lock is freed; only a lost database leaves that."""
    kind = registry.get(job.kind)
    if record.attempt > kind.max_attempts:
        fail(job, record, stopped_half_way(kind.max_attempts), [])
        return
    refusals: tuple[type[Exception], ...] = (JobRefused, *kind.refusals)
    try:
        _work(kind, job, record)
    except JobCancelled:
        record.stop()
    except LateResult:
        log.info("late result thrown away", job=str(job.public_id), attempt=record.attempt)
        record.stop()
    except SoftTimeLimitExceeded:
        minutes = max(1, round(kind.timeout.total_seconds() / 60))
        fail(job, record, TOO_LONG.format(minutes="a minute" if minutes == 1 else f"{minutes} minutes"), [])
    except refusals as refusal:
        fail(job, record, str(refusal), [str(fault) for fault in getattr(refusal, "faults", [])][:FAULTS_KEPT])
        _forget_refused_file(job)
    except Exception as error:  # noqa: BLE001 - told in words, logged in full
        _our_fault(job, record, error)


def _forget_refused_file(job: Job) -> None:
    """Nothing is kept of a file that was refused; the person has it and mends it there."""
    if job.input_path and Job.objects.filter(pk=job.pk, state=Job.State.FAILED).exists():
        actions.forget_input(job)


def _work(kind: registry.JobKind, job: Job, record: WorkerRecord) -> None:
    """The work and the mark that it is done: kept together, or neither."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            # A worker that was killed leaves its statement behind; the database notices within this time.
            cursor.execute("SET LOCAL client_connection_check_interval = '2s'")
        with made_by(job.owner):
            result = kind.run(JobRun(job, record))
        worker_record.mark_done(job, record.attempt, words=result.words, url=result.url, facts=result.facts)
        tell_owner(job, f"Done: {job.title}", result.words)


def fail(job: Job, record: WorkerRecord, sentence: str, faults: list[str]) -> None:
    """The job failed; whoever started it is told, beside what its page says."""
    record.fail(sentence, faults)
    with transaction.atomic():
        # Not where somebody stopped it first, or another worker has it again.
        if Job.objects.filter(pk=job.pk, state=Job.State.FAILED, attempts=record.attempt).exists():
            tell_owner(job, f"Failed: {job.title}", sentence)


def tell_owner(job: Job, title: str, words: str) -> None:
    """A notification for the person who started it, once for each job, in the caller's transaction."""
    notify(
        to=job.owner,
        kind="job-ended",
        title=title,
        body=words,
        url=job.get_absolute_url(),
        area=job.area,
        key=f"job-{job.public_id}",
    )


def _our_fault(job: Job, record: WorkerRecord, error: Exception) -> None:
    reference = job.public_id.hex[:8]
    log.exception("job failed", job=str(job.public_id), kind=job.kind, reference=reference, exc_info=error)
    fail(job, record, OUR_FAULT.format(reference=reference), [])


def stopped_half_way(tries: int) -> str:
    """The sentence for a job whose worker died each time."""
    return STOPPED_HALF_WAY.format(tries="once" if tries == 1 else "twice" if tries == 2 else f"{tries} times")
