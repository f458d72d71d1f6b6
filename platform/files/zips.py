"""Opening a .zip safely: sizes, names and kinds are looked at before anything is unpacked."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from files.errors import size_in_words
from files.faults import refused
from files.limits import Limits

CHUNK_BYTES = 64 * 1024
START = b"PK\x03\x04"
END, END_BYTES = b"PK\x05\x06", 22
LOCATOR_OF_ZIP64, LOCATOR_BYTES = b"PK\x06\x07", 20
# What the list of parts takes at most for each: a fixed head, a long name, time stamps.
LIST_BYTES_OF_A_PART = 600
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
IS_ENCRYPTED = 0x1
SAME_FOLDER, ABOVE = ".", ".."
# What can go wrong in a file that is broken, or made to break its reader.
BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError,
    ValueError, struct.error, UnicodeError,
)  # fmt: skip


@contextmanager
def opened(source: BinaryIO, name: str, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """The archive, once its sizes and names are found to be harmless. `source` can be sought and is left open.

    Raises `files.faults.Refused`, also for what only shows while parts are read inside the `with`.
    """
    try:
        _look_at_the_end(source, name, limits)
        with zipfile.ZipFile(source) as archive:
            _look_at_the_list(archive, source, name, limits)
            yield archive
    except BROKEN as error:
        raise refused(name, f"can't be opened as a .zip file ({_in_words(error)}); pack or save it again") from error


def chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked bytes of a part; never more than it stated, and Python checks their sum."""
    with archive.open(part) as opened_part:
        while chunk := opened_part.read(CHUNK_BYTES):
            yield chunk


def size_of(source: BinaryIO) -> int:
    """Bytes of a file; afterwards it stands at its start."""
    size = source.seek(0, 2)
    source.seek(0)
    return size


def _look_at_the_end(source: BinaryIO, name: str, limits: Limits) -> None:
    """The last bytes say how many parts there are: read before Python makes an object of each."""
    size = size_of(source)
    if size > limits.packed_bytes:
        raise refused(name, f"is larger than {size_in_words(limits.packed_bytes)}; check what is in it")
    start = source.read(len(START))
    tail_bytes = min(size, END_BYTES + LOCATOR_BYTES)
    source.seek(size - tail_bytes)
    tail = source.read(tail_bytes)
    source.seek(0)
    end = tail[-END_BYTES:]
    if start == END and size == END_BYTES:
        return  # an empty archive
    if start != START:
        raise zipfile.BadZipFile("it does not begin as one")
    if not end.startswith(END) or len(end) < END_BYTES:
        raise zipfile.BadZipFile("it is cut off, or something follows its end")
    if tail.startswith(LOCATOR_OF_ZIP64):
        raise zipfile.BadZipFile("it is of the kind for files over 4 GB")
    (count, list_bytes) = struct.unpack("<10xHL6x", end)
    if count > limits.parts or list_bytes > limits.parts * LIST_BYTES_OF_A_PART:
        raise refused(name, f"has {count:,} files in it; at most {limits.parts:,} are read")


def _look_at_the_list(archive: zipfile.ZipFile, source: BinaryIO, name: str, limits: Limits) -> None:
    parts = archive.infolist()
    if len(parts) > limits.parts:
        raise refused(name, f"has {len(parts):,} files in it; at most {limits.parts:,} are read")
    if sum(part.file_size for part in parts) > limits.unpacked_bytes:
        raise refused(name, f"unpacks to more than {size_in_words(limits.unpacked_bytes)}; check what is in it")
    seen: set[str] = set()
    for part in parts:
        _look_at_a_part(part, name, limits)
        if part.filename.casefold() in seen:
            raise refused(name, f"has {shown(part.filename)} more than once; pack it again")
        seen.add(part.filename.casefold())
    if sum(part.compress_size for part in parts) > size_of(source):
        raise zipfile.BadZipFile("its parts lie over one another")
    if parts and min(part.header_offset for part in parts) != 0:
        raise zipfile.BadZipFile("something stands before its start")


def _look_at_a_part(part: zipfile.ZipInfo, name: str, limits: Limits) -> None:
    path = shown(part.filename)
    if part.flag_bits & IS_ENCRYPTED:
        raise refused(name, f"is protected with a password ({path}); take the password off")
    # `orig_filename` is the name before Python cut it at a NUL.
    pieces = part.orig_filename.replace("\\", "/").split("/")
    if "\x00" in part.orig_filename or pieces[0] == "" or ":" in pieces[0] or ABOVE in pieces or SAME_FOLDER in pieces:
        raise refused(name, f"has a file that would land outside its folder ({path}); pack it again")
    if stat.S_ISLNK(part.external_attr >> 16):
        raise refused(name, f"has a link in place of a file ({path}); pack the file itself")
    if part.compress_type not in METHODS:
        raise refused(name, f"is packed in an unusual way ({path}); pack it again as a plain .zip")
    if part.file_size > limits.ratio * max(part.compress_size, 1):
        hundred = "a hundred" if limits.ratio == 100 else f"{limits.ratio:,}"
        raise refused(name, f"unpacks to over {hundred} times its size, as a trap does; pack it again")


def shown(path: str) -> str:
    """A name from outside, short and without control characters."""
    return ascii(path)[1:-1][:80]


def _in_words(error: BaseException) -> str:
    return str(error).strip(" .")[:120] or type(error).__name__
