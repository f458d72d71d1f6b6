"""Files that people give us, in private storage: one folder an area, names of our own.

    kept = private.keep(upload, area=area, purpose="jobs", limit_bytes=5_000_000)
    private.serve(kept, name="plan.csv")

`kept` is `area_kernow/jobs/<random>.csv`: keep that in a row, and register who owns files of the purpose, so that files
whose row was never written are cleared away.
"""

import re
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File
from django.core.files.storage import storages
from django.http import FileResponse

from files.errors import FileGone, FileTooLarge

CHUNK_BYTES = 1024 * 1024
NETWORK_FOLDER = "network"
ENDINGS = {".csv", ".json", ".parquet", ".pdf", ".txt", ".xlsx", ".zip"}
# A file whose row was never written: the request died between the two.
ORPHAN_SECONDS = 24 * 60 * 60

Source = File | BinaryIO | Path
IsOwned = Callable[[str], bool]
_owners: dict[str, IsOwned] = {}


def register(purpose: str, is_owned: IsOwned) -> None:
    """Say how to ask whether a row still names a kept file of this purpose."""
    _owners[purpose] = is_owned


def keep(source: Source, *, area: Any, purpose: str, limit_bytes: int) -> str:
    """Copy a file into private storage; returns its path there.

    The name is ours and not the sender's: only a known ending is kept. Raises FileTooLarge, with nothing left behind.
    """
    folder = area.schema_name if area else NETWORK_FOLDER
    name = f"{folder}/{purpose}/{uuid.uuid4().hex}{_ending(source)}"
    return storages["private"].save(name, _Counted(source, limit_bytes))


def path_of(kept: str) -> Path:
    """The whole path of a kept file; raises ValueError for one that leads out of private storage."""
    try:
        return Path(storages["private"].path(kept))
    except SuspiciousFileOperation as error:
        raise ValueError("A kept file lies in private storage.") from error


def forget(kept: str) -> None:
    """Delete a kept file; nothing happens where it is gone."""
    path_of(kept)
    storages["private"].delete(kept)


def all_kept(purpose: str) -> Iterator[str]:
    """Every file kept for this purpose, of all areas."""
    storage = storages["private"]
    for folder in _folders(""):
        if purpose in _folders(folder):
            yield from (f"{folder}/{purpose}/{name}" for name in storage.listdir(f"{folder}/{purpose}")[1])


def sweep(*, older_than_seconds: float = ORPHAN_SECONDS) -> int:
    """Delete old files that no row names, of every registered purpose; returns how many."""
    forgotten = 0
    for purpose, is_owned in _owners.items():
        for kept in list(all_kept(purpose)):
            age = time.time() - storages["private"].get_modified_time(kept).timestamp()
            if age > older_than_seconds and not is_owned(kept):
                forget(kept)
                forgotten += 1
    return forgotten


def serve(kept: str, *, name: str) -> FileResponse:
    """The file as a download: never shown in the browser, never guessed at, never kept by it. Raises FileGone.

    The caller has looked at the person's right. `name` is what they will find among their downloads.
    """
    path_of(kept)
    try:
        file = storages["private"].open(kept)
    except FileNotFoundError as error:
        raise FileGone from error
    safe = re.sub(r"[^\w. -]", "_", name)[:100].lstrip(".") or "file"
    response = FileResponse(file, as_attachment=True, filename=safe, content_type="application/octet-stream")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "no-store"
    return response


def _folders(path: str) -> list[str]:
    try:
        return sorted(storages["private"].listdir(path)[0])
    except FileNotFoundError:
        return []


def _ending(source: Source) -> str:
    name = str(source if isinstance(source, Path) else getattr(source, "name", "") or "")
    ending = Path(name).suffix.lower()
    return ending if ending in ENDINGS else ""


class _Counted(File):
    """Reads on until the limit, then raises FileTooLarge."""

    def __init__(self, source: Source, limit_bytes: int) -> None:
        super().__init__(None, name="")
        self._source, self._limit = source, limit_bytes

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The bytes, as far as the limit."""
        read = 0
        for chunk in self._bytes(chunk_size or CHUNK_BYTES):
            read += len(chunk)
            if read > self._limit:
                raise FileTooLarge(self._limit)
            yield chunk

    def _bytes(self, size: int) -> Iterator[bytes]:
        if isinstance(self._source, Path):
            with self._source.open("rb") as opened:
                yield from iter(lambda: opened.read(size), b"")
        elif isinstance(self._source, File):
            yield from self._source.chunks(size)
        else:
            yield from iter(lambda: self._source.read(size), b"")
