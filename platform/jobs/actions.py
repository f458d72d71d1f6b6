"""What people do with jobs: start one, stop one."""

from pathlib import Path
from typing import Any, BinaryIO

from django.core.files import File
from django.db import transaction
from django.db.models.functions import Now

import audit
from jobs import files, outbox, registry
from jobs.errors import JobOver, TaskWithoutArea
from jobs.models import Job

AREA_TASK = "jobs.tasks.run_area_job"
NETWORK_TASK = "jobs.tasks.run_network_job"
# Celery ends a worker by force a minute after it asked it to stop in good order.
HARD_LIMIT_MARGIN_SECONDS = 60


def start(
    *,
    kind: str,
    by: Any,
    area: Any = None,
    input: dict[str, Any] | None = None,  # noqa: A002 - the job's own word
    file: File | BinaryIO | Path | None = None,
    title: str = "",
) -> Job:
    """Ask for long work: the record and the message to the worker, kept together or not at all.

    The caller has checked the kind's permission. `file` is copied into private storage. Raises UnknownKind,
    TaskWithoutArea (an area's kind without one, or the other way round), FileTooLarge.
    """
    found = registry.get(kind)
    if found.area_wide != (area is not None):
        raise TaskWithoutArea(kind)
    kept = files.keep(file, area=area, limit_bytes=found.file_limit_bytes) if file is not None else ""
    try:
        with transaction.atomic():
            job = Job.objects.create(
                kind=kind, title=title or found.title, area=area, owner=by, input=input or {}, input_path=kept
            )
            job.refresh_from_db()
            audit.record(action="job.start", by=by, area=area, object=job, detail={"kind": kind})
            send_to_worker(job)
    except BaseException:
        if kept:
            files.forget(kept)
        raise
    return job


def cancel(job: Job, *, by: Any) -> Job:
    """Stop a job: at once while it waits, else at its next step. Asking twice is asking once.

    Raises JobOver, with a sentence, when it has ended.
    """
    with transaction.atomic():
        locked = Job.objects.select_for_update(of=("self",)).get(pk=job.pk)
        if locked.has_ended:
            raise JobOver("This job has ended already, so there is nothing to stop.")
        if locked.cancel_requested_at is None:
            audit.record(action="job.cancel", by=by, area=locked.area, object=locked, detail={"kind": locked.kind})
        changes: dict[str, Any] = {"cancel_requested_at": Now()}
        if locked.state == Job.State.WAITING:
            changes |= {"state": Job.State.CANCELLED, "finished_at": Now(), "words": ""}
        Job.objects.filter(pk=job.pk).update(**changes)
        locked.refresh_from_db()
    return locked


def send_to_worker(job: Job) -> None:
    """Record the message that starts (or starts again) a waiting job."""
    seconds = int(registry.get(job.kind).timeout.total_seconds())
    outbox.send(
        AREA_TASK if job.area else NETWORK_TASK,
        area=job.area,
        kwargs={"job": str(job.public_id)},
        key=f"job-{job.public_id}-{job.attempts}",
        options={"soft_time_limit": seconds, "time_limit": seconds + HARD_LIMIT_MARGIN_SECONDS},
    )


def forget_input(job: Job) -> None:
    """Delete the file that was given to a job, and say so in its record."""
    files.forget(job.input_path)
    Job.objects.filter(pk=job.pk).update(input_path="")
