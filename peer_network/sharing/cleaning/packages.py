"""Writing a packed file (DOCX, XLSX, ODT) anew, part by part."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from files import pictures, zips
from files.faults import refused
from peer_network.sharing.cleaning.results import LIMITS

# The earliest time that a .zip can say: when a file was made is nobody's business.
NO_TIME = (1980, 1, 1, 0, 0, 0)
PICTURES = {".png", ".jpg", ".jpeg", ".gif"}


class Package:
    """The parts that are written, in order."""

    def __init__(self) -> None:
        self._parts: list[tuple[zipfile.ZipInfo, bytes]] = []

    def add(self, name: str, content: bytes, *, stored: bool = False) -> None:
        """One part. `stored`: not packed, as the first part of an ODT has to be."""
        part = zipfile.ZipInfo(name, NO_TIME)
        part.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        self._parts.append((part, content))

    def whole(self) -> bytes:
        """The file."""
        written = BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            for part, content in self._parts:
                archive.writestr(part, content)
        return written.getvalue()


@contextmanager
def parts_of(source: BinaryIO, file: str) -> Iterator[dict[str, bytes]]:
    """The parts of a packed file by name, once its sizes and names are found harmless. Raises Refused."""
    with zips.opened(source, file, LIMITS) as archive:
        names = [part for part in archive.infolist() if not part.is_dir()]
        yield {part.filename: b"".join(zips.chunks(archive, part)) for part in names}


def is_picture(name: str) -> bool:
    """Whether a part is named as a picture that can be drawn anew."""
    return PurePath(name).suffix.lower() in PICTURES


def picture(content: bytes, name: str, file: str) -> bytes:
    """A picture of the file, drawn anew; its kind is kept. Raises Refused."""
    clean, ending = pictures.cleaned(content, file)
    wanted = PurePath(name).suffix.lower().replace(".jpeg", ".jpg")
    if ending != wanted:
        raise refused(file, f"has a picture whose name says {wanted} and that is {ending}; put it in again")
    return clean
