"""A person's copy of everything that is kept of them: asked for, made by a worker, downloaded by them alone."""

import datetime
import tempfile
from pathlib import Path
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

import audit
from accounts.models import User
from data_rights import copies
from data_rights.errors import CopyUnderWay
from data_rights.models import DataExport
from files import private
from jobs import actions as jobs
from jobs.models import Job
from jobs.registry import JobResult

KIND = "my-data"
PURPOSE = "exports"
KEPT_DAYS = 7
LIMIT_BYTES = 500 * 1024 * 1024


@transaction.atomic
def ask(*, by: User) -> Job:
    """Have a copy made for the person who asks. Raises CopyUnderWay while one is."""
    if Job.objects.filter(owner=by, kind=KIND, finished_at__isnull=True).exists():
        raise CopyUnderWay
    audit.record(action="data.export", by=by)
    return jobs.start(kind=KIND, by=by, title="A copy of your data")


def run(job_run: Any) -> JobResult:
    """What the worker does: gather every part, write one zip into private storage, and note it."""
    person = job_run.by
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "your-data.zip"
        copies.write(person, target, step=job_run.progress)
        made = store(person=person, file=target)
    words = f"Your copy is ready. You can download it until {timezone.localtime(made.expires_at):%-d %B %Y}."
    return JobResult(words, url=reverse("data_rights:mine"), facts={"bytes": made.size})


def store(*, person: User, file: Path) -> DataExport:
    """Keep a finished copy for seven days."""
    kept = private.keep(file, area=None, purpose=PURPOSE, limit_bytes=LIMIT_BYTES)
    return DataExport.objects.create(
        person=person,
        path=kept,
        size=file.stat().st_size,
        expires_at=timezone.now() + datetime.timedelta(days=KEPT_DAYS),
    )


@transaction.atomic
def note_download(export: DataExport, *, by: User) -> None:
    """Write down that the person took their copy."""
    DataExport.objects.filter(pk=export.pk).update(downloaded_at=timezone.now())
    audit.record(action="data.download", by=by)


def delete_expired(before: datetime.datetime) -> int:
    """Delete the copies, with their files, whose seven days ended before this; returns how many."""
    rows = list(DataExport.objects.filter(expires_at__lt=before))
    for row in rows:
        private.forget(row.path)
    DataExport.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


def is_owned(kept: str) -> bool:
    """Whether a row names this file."""
    return DataExport.objects.filter(path=kept).exists()
