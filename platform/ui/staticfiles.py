"""The design system's files without addresses on other sites.

The published CSS names two fonts on assets.nhs.uk, and both files name source maps that are not shipped. Every
visitor's browser would ask another site for the first, and hashing static files stops at the second. This finder
stands before the ordinary ones, so that what is collected, and what is served while developing, is a clean copy.
"""

import re
import tempfile
from pathlib import Path

from django.contrib.staticfiles.finders import AppDirectoriesFinder, BaseFinder
from django.core.files.storage import FileSystemStorage

CLEANED = (
    "wagtailnhsukfrontend/css/nhsuk-frontend-10.4.2.min.css",
    "wagtailnhsukfrontend/js/nhsuk-frontend-10.4.2.min.js",
)
FONT_FROM_ELSEWHERE = re.compile(r"@font-face\{[^}]*https://assets\.nhs\.uk[^}]*\}")
SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=\S+")


def cleaned(text: str) -> str:
    """The text of a CSS or JavaScript file with fonts of other sites and source maps taken out."""
    return SOURCE_MAP.sub("", FONT_FROM_ELSEWHERE.sub("", text))


class SelfContainedFinder(BaseFinder):
    """Finds the clean copies, made in a temporary folder that lasts as long as the process."""

    def __init__(self, app_names=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._folder: tempfile.TemporaryDirectory | None = None

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        """The file's place on the disk, in a list when `find_all`; nothing for files that need no cleaning."""
        if path not in CLEANED:
            return []
        place = str(self._root() / path)
        return [place] if find_all else place

    def list(self, ignore_patterns):
        """Each clean file with the storage that holds it."""
        storage = FileSystemStorage(location=self._root())
        storage.prefix = None
        for path in CLEANED:
            yield path, storage

    def _root(self) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="ipc-static-")
            for path in CLEANED:
                self._write(path)
        return Path(self._folder.name)

    def _write(self, path: str) -> None:
        original = AppDirectoriesFinder(app_names=["wagtailnhsukfrontend"]).find(path)
        if not original:
            raise FileNotFoundError(f"wagtail-nhsuk-frontend no longer ships {path}: pin it, or mend ui/staticfiles.py")
        copy = Path(self._folder.name) / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(cleaned(Path(original).read_text(encoding="utf-8")), encoding="utf-8")
