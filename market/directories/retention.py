"""How long readings of directories are kept, and the files that were only tried out."""

import datetime
from typing import Any

from data_rights.retention import Rule, register
from files import private

DAYS, FILE_DAYS = 2 * 366, 14
WHERE = "market/directories/retention.py"


def register_all() -> None:
    """Called once, when the applications load."""
    why = "After two years nobody asks what a reading changed. What was taken over stays."
    register(Rule("market-directory-runs", "Readings of other directories", DAYS, why, WHERE, past=old_runs))
    why = "A file that was tried out and not loaded is no longer wanted; it is sent again."
    register(
        Rule(
            "market-directory-files",
            "Files of other directories that were tried out",
            FILE_DAYS,
            why,
            WHERE,
            past=old_files,
            delete=forget_files,
        )
    )


def old_runs(before: datetime.datetime) -> Any:
    """Readings before then."""
    from market.models import DirectoryRun

    return DirectoryRun.objects.filter(run_at__lt=before)


def old_files(before: datetime.datetime) -> Any:
    """Readings before then whose file is still kept."""
    return old_runs(before).exclude(file="")


def forget_files(before: datetime.datetime) -> int:
    """Delete the files; the readings stay."""
    count = 0
    for run in old_files(before):
        private.forget(run.file)
        run.file = ""
        run.save(update_fields=["file"])
        count += 1
    return count
