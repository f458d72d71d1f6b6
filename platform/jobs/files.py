"""Files that people give to a job; they lie in `files.private`."""

from pathlib import Path
from typing import Any, BinaryIO

from django.core.files import File

from files import private
from files.private import forget, path_of

__all__ = ["forget", "keep", "path_of", "register"]

PURPOSE = "jobs"


def keep(source: File | BinaryIO | Path, *, area: Any, limit_bytes: int) -> str:
    """Copy a file into private storage; returns its path there. Raises FileTooLarge, with nothing left behind."""
    return private.keep(source, area=area, purpose=PURPOSE, limit_bytes=limit_bytes)


def register() -> None:
    """A job's row owns its file; called once, from the application's `ready()`."""
    private.register(PURPOSE, _is_owned)


def _is_owned(kept: str) -> bool:
    from jobs.models import Job

    return Job.objects.filter(input_path=kept).exists()
