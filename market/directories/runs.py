"""Reading a directory, from its address or a file, tried out or loaded; each reading is kept with its report."""

import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max

import audit
from market.directories.errors import FeedRefused
from market.directories.reading import feeds, files, loading
from market.directories.reports import Report
from market.models import Directory, DirectoryRun

Progress = Callable[[int, int | None], None]
Outcome = DirectoryRun.Outcome


def read_address(
    *, directory: Directory, is_dry: bool, by: Any = None, progress: Progress | None = None
) -> tuple[DirectoryRun, Report]:
    """Read the directory from its address: the whole feed first, then what is in it."""
    began = time.monotonic()
    folder = Path(settings.FILE_UPLOAD_TEMP_DIR)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as kept:
        try:
            feeds.Feed(directory.address, progress=progress).write(kept)
            found: Iterable[tuple[str, Any]] = feeds.documents(kept)
        except FeedRefused as refused:
            found = _refusing(refused)
        return _read(directory, found, source=directory.address, is_dry=is_dry, by=by, progress=progress, began=began)


def read_file(
    *,
    directory: Directory,
    path: Path,
    name: str,
    is_dry: bool,
    by: Any = None,
    kept: str = "",
    progress: Progress | None = None,
) -> tuple[DirectoryRun, Report]:
    """Read the directory from a file; `name` is what people call it, `kept` where it lies in private storage."""
    found = files.documents(path)
    began = time.monotonic()
    return _read(directory, found, source=name, is_dry=is_dry, by=by, kept=kept, progress=progress, began=began)


def _refusing(refused: FeedRefused) -> Iterable[tuple[str, Any]]:
    raise refused
    yield  # a reading that ends before its first document


@transaction.atomic
def _read(
    directory: Directory,
    documents: Iterable[tuple[str, Any]],
    *,
    source: str,
    is_dry: bool,
    by: Any,
    began: float,
    kept: str = "",
    progress: Progress | None = None,
) -> tuple[DirectoryRun, Report]:
    number = (directory.records.aggregate(found=Max("last_seen"))["found"] or 0) + 1
    report = loading.load(directory, documents, number=number, is_dry=is_dry, progress=progress)
    outcome = Outcome.REFUSED if report.refused else Outcome.TRIED if is_dry else Outcome.LOADED
    run = DirectoryRun.objects.create(
        directory=directory,
        outcome=outcome,
        source=source[:300],
        file=kept if outcome == Outcome.TRIED else "",
        run_by=by,
        seconds=round(time.monotonic() - began, 3),
        report=report.as_dict(),
        **report.counts(),
    )
    audit.record(
        action="directory.try" if is_dry else "directory.load",
        by=by,
        area=directory.area,
        object=directory,
        detail={"outcome": str(outcome), **report.counts()},
    )
    return run, report


def sentence(run: DirectoryRun) -> str:
    """What came of it, for the page, the job and the command."""
    if run.outcome == Outcome.REFUSED:
        faults = "1 fault" if run.refused == 1 else f"{run.refused:,} faults"
        return f"Refused: nothing was changed. The feed has {faults}."
    begin = "Tried out, nothing was changed" if run.outcome == Outcome.TRIED else "Loaded"
    counts = f"{run.new:,} new, {run.changed:,} changed, {run.same:,} unchanged, {run.gone:,} gone"
    waits = f", {run.waits:,} wait because they were edited here" if run.waits else ""
    return f"{begin}: {counts}{waits}."
