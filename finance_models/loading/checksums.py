"""One checksum over all files of a version, so that a figure names the very rows that it was made from."""

import hashlib
import os
from pathlib import Path

CHUNK_BYTES = 1024 * 1024


class DataChanged(ValueError):
    """The files are not those that were loaded."""

    def __init__(self, version: object) -> None:
        super().__init__(
            f"The files of {version} are not those that were loaded, so nothing is calculated from them. "
            "Restore them from a backup, or load the data again."
        )


def of(folder: Path) -> str:
    """SHA-256 over each file's path and content, in order of the paths."""
    whole = hashlib.sha256()
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{digest}\n".encode())
    return whole.hexdigest()


def to_disk(folder: Path) -> None:
    """Wait until every file is on the disk: the row that names them must not outlive them."""
    for path in (folder, *folder.rglob("*")):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
