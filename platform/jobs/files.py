"""Files that people give to a job: in private storage, one folder an area, for the server's own user only."""

import os
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files import File

from jobs.errors import FileTooLarge

OWNER_ONLY_FOLDER = 0o700
OWNER_ONLY_FILE = 0o600
CHUNK_BYTES = 1024 * 1024
NETWORK_FOLDER = "network"
JOBS_FOLDER = "jobs"
ENDINGS = {".csv", ".json", ".parquet", ".txt", ".xlsx", ".zip"}


def keep(source: File | BinaryIO | Path, *, area: Any, limit_bytes: int) -> str:
    """Copy a file into private storage; returns its path below `settings.PRIVATE_ROOT`.

    The name is ours and not the sender's: only a known ending is kept. Raises FileTooLarge, with nothing left behind.
    """
    folder = _folder(area)
    path = folder / f"{uuid.uuid4().hex}{_ending(source)}"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY_FILE)
    try:
        with os.fdopen(handle, "wb") as target:
            _copy(_chunks(source), target, limit_bytes)
            target.flush()
            os.fsync(target.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return str(path.relative_to(settings.PRIVATE_ROOT))


def path_of(kept: str) -> Path:
    """The whole path of a kept file; raises ValueError for one that leads out of private storage."""
    root = Path(settings.PRIVATE_ROOT).resolve()
    path = (root / kept).resolve()
    if not path.is_relative_to(root):
        raise ValueError("A kept file lies in private storage.")
    return path


def forget(kept: str) -> None:
    """Delete a kept file; nothing happens where it is gone."""
    path_of(kept).unlink(missing_ok=True)


def all_kept() -> Iterator[Path]:
    """Every file given to a job, of all areas."""
    return Path(settings.PRIVATE_ROOT).glob(f"*/{JOBS_FOLDER}/*")


def _folder(area: Any) -> Path:
    root = Path(settings.PRIVATE_ROOT)
    folder = root / (area.schema_name if area else NETWORK_FOLDER) / JOBS_FOLDER
    for each in (root, folder.parent, folder):
        each.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        each.chmod(OWNER_ONLY_FOLDER)
    return folder


def _ending(source: File | BinaryIO | Path) -> str:
    name = str(source if isinstance(source, Path) else getattr(source, "name", "") or "")
    ending = Path(name).suffix.lower()
    return ending if ending in ENDINGS else ""


def _chunks(source: File | BinaryIO | Path) -> Iterator[bytes]:
    if isinstance(source, Path):
        with source.open("rb") as opened:
            yield from _chunks(opened)
    elif isinstance(source, File):
        yield from source.chunks(CHUNK_BYTES)
    else:
        while chunk := source.read(CHUNK_BYTES):
            yield chunk


def _copy(chunks: Iterable[bytes], target: BinaryIO, limit_bytes: int) -> None:
    written = 0
    for chunk in chunks:
        written += len(chunk)
        if written > limit_bytes:
            raise FileTooLarge(limit_bytes)
        target.write(chunk)
