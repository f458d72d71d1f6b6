"""Files that were sent in the browser, kept in private storage until their load has ended."""

from typing import Any

from django.conf import settings

from files import guard, private
from files.limits import Limits
from finance_models.loading.given import ENDINGS

PURPOSE = "finance-uploads"
LOAD, PRICES = "finance-load", "finance-prices"
LIMITS = Limits()  # of workbooks, which are opened as a whole, and of prices


def register() -> None:
    """A load that has not ended owns its files; called once, from the application's `ready()`."""
    private.register(PURPOSE, _is_owned)


def most_bytes() -> int:
    """What one load may have together; a larger one goes by `ipc finance load`."""
    return settings.LINKED_DATA_LIMIT_BYTES


def check(upload: Any, *, streamed_bytes: int = 0) -> None:
    """Pass the guard, or raise `files.faults.Refused`; CSV and Parquet may have `streamed_bytes`."""
    guard.check(upload, endings=ENDINGS, limits=LIMITS, streamed_bytes=streamed_bytes)


def keep(upload: Any, *, area: Any, table: str) -> dict[str, str]:
    """Keep a file that has passed the guard; returns what the job's input says of it."""
    kept = private.keep(upload, area=area, purpose=PURPOSE, limit_bytes=most_bytes())
    return {"table": table, "kept": kept, "name": guard.name_of(upload)}


def forget(files: list[dict[str, str]]) -> None:
    """Delete kept files."""
    for each in files:
        private.forget(each["kept"])


def _is_owned(kept: str) -> bool:
    from jobs.models import Job

    waiting = Job.objects.filter(kind__in=(LOAD, PRICES), finished_at__isnull=True)
    return waiting.filter(input__files__contains=[{"kept": kept}]).exists()
