"""Reading a directory in the worker, with progress; and again by itself each night or week."""

from typing import Any

from django.db import transaction
from django.urls import reverse

from files import private
from jobs import actions as jobs
from jobs.models import Job
from jobs.registry import JobResult
from jobs.run import JobRun
from market.directories import runs
from market.directories.errors import DirectoryRefused
from market.models import Directory, DirectoryRun

KIND = "market-directory"
PURPOSE = "market-directories"
MOST_FILE_BYTES = 50 * 1024 * 1024
SUNDAY = 6


def start(*, directory: Directory, by: Any, is_dry: bool, kept: str = "", name: str = "") -> Job:
    """Ask the worker to read the directory: its address, or the kept file `kept` that people call `name`."""
    given = {"directory": str(directory.public_id), "is_dry": is_dry, "kept": kept, "name": name}
    area = directory.area
    if area is None:
        raise DirectoryRefused("An operator added this directory. Say first which of your areas looks after it.")
    return jobs.start(kind=KIND, by=by, area=area, input=given, title=f"Read {directory.name}"[:100])


def run(job: JobRun) -> JobResult:
    """Read it; a feed with faults is a reading too, with its report."""
    directory = Directory.objects.filter(public_id=job.input["directory"]).first()
    if directory is None:
        raise DirectoryRefused("This directory is not there any more.")
    given: dict[str, Any] = {"directory": directory, "is_dry": job.input["is_dry"], "by": job.by}

    def progress(done: int, total: int | None) -> None:
        job.progress(done, total if isinstance(total, int) and total >= done else None, "services read")

    kept = job.input["kept"]
    if kept:
        path = private.path_of(kept)
        found, _ = runs.read_file(path=path, name=job.input["name"], kept=kept, progress=progress, **given)
    else:
        found, _ = runs.read_address(progress=progress, **given)
    if found.outcome == DirectoryRun.Outcome.LOADED and kept:
        DirectoryRun.objects.filter(file=kept).update(file="")
        transaction.on_commit(lambda: private.forget(kept))
    return JobResult(runs.sentence(found), url=address_of(found), facts={"run": str(found.public_id)})


def address_of(found: DirectoryRun) -> str:
    """The page of a reading."""
    return reverse("market:directory-run", args=[found.directory.public_id, found.public_id])


def is_owned(kept: str) -> bool:
    """Whether a file still waits: for its reading, or as tried out for being loaded."""
    waits = Job.objects.filter(kind=KIND, finished_at__isnull=True, input__kept=kept).exists()
    return waits or DirectoryRun.objects.filter(file=kept).exists()


def read_due(weekday: int) -> int:
    """Start the readings that are due this night (Sunday is 6); returns how many.

    The job is in the name of whoever added the directory, who is told how it went. One that an operator added has no
    area and no such person: it is read here.
    """
    due = [Directory.Refresh.DAILY, *([Directory.Refresh.WEEKLY] if weekday == SUNDAY else [])]
    found = list(Directory.objects.filter(refresh__in=due).select_related("area", "added_by"))
    for directory in found:
        if directory.area and directory.added_by and directory.added_by.is_active:
            start(directory=directory, by=directory.added_by, is_dry=False)
        else:
            runs.read_address(directory=directory, is_dry=False)
    return len(found)
