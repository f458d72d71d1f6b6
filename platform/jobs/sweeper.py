"""Looking after jobs whose worker died, and clearing away what is no longer needed."""

import datetime

import structlog
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from files import private, receiving
from jobs import actions, registry, worker_record
from jobs.errors import UnknownKind
from jobs.models import Job
from jobs.run import stopped_half_way, tell_owner

INPUT_KEPT_DAYS = 30

log = structlog.get_logger(__name__)


def sweep() -> int:
    """Start again, or fail in words, every running job that no worker has; returns how many."""
    return sum(_sweep_one(pk) for pk in list(_running().values_list("pk", flat=True)))


def _running() -> QuerySet[Job]:
    return Job.objects.filter(state=Job.State.RUNNING)


def _sweep_one(pk: int) -> bool:
    """Holds the job's lock until the change is kept, so that no worker takes it up meanwhile."""
    with transaction.atomic():
        # Without a row lock yet: a worker about to finish must not wait for us.
        job = _running().select_related("area").filter(pk=pk).first()
        if job is None or not worker_record.nobody_has(job):
            return False
        job = _running().select_related("area").select_for_update(of=("self",)).filter(pk=pk).first()
        if job is None:
            return False
        log.warning("job without a worker", job=str(job.public_id), kind=job.kind, attempts=job.attempts)
        if job.cancel_requested_at is not None:
            _running().filter(pk=pk).update(state=Job.State.CANCELLED, finished_at=Now(), words="")
        elif job.attempts >= _max_attempts(job):
            sentence = stopped_half_way(job.attempts)
            _running().filter(pk=pk).update(state=Job.State.FAILED, finished_at=Now(), failure=sentence, words="")
            tell_owner(job, f"Failed: {job.title}", sentence)
        else:
            _running().filter(pk=pk).update(state=Job.State.WAITING, words="Starting again")
            actions.send_to_worker(job)
    return True


def _max_attempts(job: Job) -> int:
    try:
        return registry.get(job.kind).max_attempts
    except UnknownKind:
        return 0


def forget_old_inputs() -> int:
    """Delete the files of jobs that ended 30 days ago, and files that no job owns; returns how many."""
    old = Now() - datetime.timedelta(days=INPUT_KEPT_DAYS)
    forgotten = 0
    for job in Job.objects.filter(finished_at__lt=old).exclude(input_path=""):
        actions.forget_input(job)
        forgotten += 1
    return forgotten + private.sweep() + receiving.sweep()
