"""Receiving files over the web: a request is measured by its stated length before a byte of it is taken.

Files of over `FILE_UPLOAD_MAX_MEMORY_SIZE` go to `FILE_UPLOAD_TEMP_DIR`, which lies in private storage: a system's own
temporary folder may be memory, or readable by others. Without a stated length nothing is read at all.

    @takes(lambda: settings.LINKED_DATA_LIMIT_BYTES)
    def load(request, area): ...
"""

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from files.errors import size_in_words
from files.limits import MEGABYTE, Limits
from files.private_storage import OWNER_ONLY_FOLDER

View = TypeVar("View", bound=Callable[..., Any])
NOTE = "most_request_bytes"
# Two files of the largest kind that is opened as a whole, and the form around them.
ORDINARY_BYTES = 2 * Limits().packed_bytes + MEGABYTE
# A large upload lies twice on the disk while it is kept, and once more, smaller, while it is read.
ROOM = 3
# What a web server leaves that was killed while it received.
LEFT_SECONDS = 24 * 60 * 60


class TooMuch(RequestDataTooBig):
    """What was sent is over the limit of its page, or over what the disk has room for; `sentence` says so."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def takes(most_bytes: Callable[[], int]) -> Callable[[View], View]:
    """Let a view receive requests of up to so many bytes in place of ORDINARY_BYTES; asked at each request."""

    def note(view: View) -> View:
        setattr(view, NOTE, most_bytes)
        return view

    return note


class Measured(FileUploadHandler):
    """The first of the upload handlers: refuses a request that is too long; what it lets through, others store."""

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: bytes, encoding: str | None = None
    ) -> None:
        """Look at the stated length; raises TooMuch. Django reads no byte beyond it."""
        most = self._most_bytes()
        if content_length > most:
            raise TooMuch(
                f"You sent {size_in_words(content_length)} at once. This page takes up to {size_in_words(most)}. "
                "Send fewer or smaller files. Nothing was stored."
            )
        folder = Path(settings.FILE_UPLOAD_TEMP_DIR)
        for each in (folder.parent, folder):
            each.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        if content_length > ORDINARY_BYTES and shutil.disk_usage(folder).free < ROOM * content_length:
            raise TooMuch("There is no room for so large a file just now. Tell whoever looks after the platform.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Leave it to the next handler."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave it to the next handler."""

    def _most_bytes(self) -> int:
        match = getattr(self.request, "resolver_match", None)
        note = getattr(match.func, NOTE, None) if match else None
        return note() if note else ORDINARY_BYTES


def sweep() -> int:
    """Delete what a killed web server left half received; returns how many files."""
    before, forgotten = time.time() - LEFT_SECONDS, 0
    folder = Path(settings.FILE_UPLOAD_TEMP_DIR)
    for left in folder.iterdir() if folder.is_dir() else ():
        if left.stat().st_mtime < before:
            left.unlink(missing_ok=True)
            forgotten += 1
    return forgotten
