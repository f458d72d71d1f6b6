"""The text inside a file: UTF-8 with or without its mark; Windows-1252 with a warning; nothing else."""

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from files.faults import refused
from files.guard import HEAD_BYTES, look_for_foreign
from files.limits import Limits
from files.zips import CHUNK_BYTES, size_of

AS_WINDOWS = "was read as Windows-1252; save it as CSV UTF-8 to be sure of accents"


@contextmanager
def opened(source: BinaryIO, name: str, limits: Limits, warnings: list[str]) -> Iterator[io.TextIOWrapper]:
    """The file as text, read as it goes and not all at once; raises Refused. `source` stays open."""
    size = size_of(source)
    if size > limits.packed_bytes:
        raise refused(name, f"is {size:,} bytes; at most {limits.packed_bytes:,} are read")
    look_for_foreign(source.read(HEAD_BYTES), name)
    encoding = _encoding(source, name)
    if encoding == "cp1252":
        warnings.append(f"{name}: {AS_WINDOWS}")
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


def _encoding(source: BinaryIO, name: str) -> str:
    source.seek(0)
    utf8, windows = codecs.getincrementaldecoder("utf-8")(), codecs.getincrementaldecoder("cp1252")()
    is_utf8 = is_windows = True
    first = True
    while chunk := source.read(CHUNK_BYTES):
        if (first and chunk.startswith((b"\xff\xfe", b"\xfe\xff"))) or b"\x00" in chunk:
            raise refused(name, "is not plain CSV (UTF-16, or has NUL characters); save it as CSV UTF-8")
        first = False
        is_utf8 = is_utf8 and decodes(utf8, chunk)
        is_windows = is_windows and decodes(windows, chunk)
    if is_utf8 and decodes(utf8, b"", final=True):
        return "utf-8-sig"
    if is_windows:
        return "cp1252"
    raise refused(name, "has letters that can't be read; save it as CSV UTF-8")


def decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, final: bool = False) -> bool:
    """Whether the decoder can read on; what a chunk cuts in half counts against it at the end alone."""
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True
