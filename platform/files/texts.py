"""The text inside a file: UTF-8 with or without its mark; Windows-1252 with a warning; nothing else."""

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from files.faults import refused
from files.guard import HEAD_BYTES, look_for_foreign
from files.limits import Limits
from files.zips import size_of

AS_WINDOWS = "was read as Windows-1252; save it as CSV UTF-8 to be sure of accents"
LOOK_BYTES = 8 * 1024 * 1024
UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Text:
    """How a CSV file is written: `utf-8` or `cp1252`, its bytes, and whether all lines end in a line feed."""

    encoding: str
    size: int
    ends_in_line_feeds: bool


@contextmanager
def opened(source: BinaryIO, name: str, limits: Limits, warnings: list[str]) -> Iterator[io.TextIOWrapper]:
    """The file as text, read as it goes and not all at once; raises Refused. `source` stays open."""
    size = size_of(source)
    if size > limits.packed_bytes:
        raise refused(name, f"is {size:,} bytes; at most {limits.packed_bytes:,} are read")
    look_for_foreign(source.read(HEAD_BYTES), name)
    source.seek(0)
    encoding = look_through(source, name).encoding
    if encoding == "cp1252":
        warnings.append(f"{name}: {AS_WINDOWS}")
    else:
        encoding = "utf-8-sig"  # with its mark or without
    source.seek(0)
    text = io.TextIOWrapper(source, encoding=encoding, errors="strict", newline="")
    try:
        yield text
    finally:
        text.detach()


def lines(text: io.TextIOWrapper, name: str, limits: Limits) -> Iterator[str]:
    """The lines with their ends; raises Refused at one of more than `limits.line_letters`."""
    while line := text.readline(limits.line_letters):
        if len(line) == limits.line_letters and not line.endswith(("\n", "\r")):
            most = f"{limits.line_letters:,} letters"
            raise refused(name, f"has a line of more than {most}; check that each row is a line of its own")
        yield line


def look_through(source: BinaryIO, name: str) -> Text:
    """Look at the whole of a CSV file, from where it stands: a letter at its end may say how its start is meant.

    Raises Refused for UTF-16, NULs, and letters of neither encoding.
    """
    utf8, windows = codecs.getincrementaldecoder("utf-8")(), codecs.getincrementaldecoder("cp1252")()
    is_utf8 = is_windows = True
    returns = pairs = size = 0
    ended_in_return = False
    while chunk := source.read(LOOK_BYTES):
        if (size == 0 and chunk.startswith(UTF16)) or b"\x00" in chunk:
            raise refused(name, "is not plain CSV (UTF-16, or has NUL characters); save it as CSV UTF-8")
        size += len(chunk)
        # Of plain ASCII nothing has to be decoded, which is most of a large file.
        if not chunk.isascii() or utf8.getstate()[0]:
            is_utf8 = is_utf8 and decodes(utf8, chunk)
            is_windows = is_windows and decodes(windows, chunk)
        pairs += ended_in_return and chunk.startswith(b"\n")
        ended_in_return = chunk.endswith(b"\r")
        if b"\r" in chunk:
            returns += chunk.count(b"\r")
            pairs += chunk.count(b"\r\n")
    if is_utf8 and decodes(utf8, b"", final=True):
        return Text("utf-8", size, ends_in_line_feeds=returns == pairs)
    if is_windows:
        return Text("cp1252", size, ends_in_line_feeds=returns == pairs)
    raise refused(name, "has letters that can't be read; save it as CSV UTF-8")


def decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, final: bool = False) -> bool:
    """Whether the decoder can read on; what a chunk cuts in half counts against it at the end alone."""
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True
