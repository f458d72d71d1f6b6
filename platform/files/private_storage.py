"""Where private files lie: folders and files for the server's own user alone, and without an address.

A storage of Django's (`STORAGES["private"]`), so that a network on several machines can name another one, such as one
of django-storages. All else reaches it through `files.private`.
"""

import os
from pathlib import Path
from typing import NoReturn

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File
from django.core.files.storage import FileSystemStorage

OWNER_ONLY_FOLDER = 0o700
OWNER_ONLY_FILE = 0o600


class PrivateStorage(FileSystemStorage):
    """Files below `settings.PRIVATE_ROOT`: folders 0700, files 0600, written to the disk before `save` returns."""

    @property
    def base_location(self) -> str:
        """Asked each time, so that a test can move it."""
        return str(settings.PRIVATE_ROOT)

    @property
    def location(self) -> str:
        """The whole path of the folder."""
        return os.path.abspath(self.base_location)

    def path(self, name: str) -> str:
        """The whole path of a file; raises SuspiciousFileOperation for one that leads out, also by a link."""
        path = Path(super().path(name)).resolve()
        if not path.is_relative_to(Path(self.location).resolve()):
            raise SuspiciousFileOperation("A private file lies in private storage.")
        return str(path)

    def url(self, name: str | None) -> NoReturn:
        """None has an address: they are served by views that look at rights."""
        raise NotImplementedError("Private files have no address.")

    def _save(self, name: str, content: File) -> str:
        path = Path(self.location) / name
        self._make_folders(path.parent)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, OWNER_ONLY_FILE)
        try:
            with os.fdopen(handle, "wb") as target:
                for chunk in content.chunks():
                    target.write(chunk)
                target.flush()
                os.fsync(target.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return name

    def _make_folders(self, folder: Path) -> None:
        root = Path(self.location)
        below: list[Path] = [root, *reversed([each for each in [folder, *folder.parents] if root in each.parents])]
        for each in below:
            each.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
            each.chmod(OWNER_ONLY_FOLDER)
