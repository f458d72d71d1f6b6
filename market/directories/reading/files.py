"""A file of another directory, read piece by piece: a page, a list, one document, or a document a line.

Memory holds one document of the file at a time, however long the file is.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import ijson

from market.directories.errors import FeedRefused
from market.directories.reports import Fault

MOST_BYTES = 200 * 1024 * 1024
# A document that stands alone is read at once.
MOST_BYTES_ALONE = 20 * 1024 * 1024
MEND = "Check the file with a JSON tool and send it again."


def documents(path: Path) -> Iterator[tuple[str, Any]]:
    """Each document with its place in the file; raises FeedRefused where it is no JSON, or too much of it."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise FeedRefused([Fault(path.name, f"The file is over {MOST_BYTES >> 20} MB.", "Split it into several.")])
    with path.open("rb") as file:
        yield from documents_of(file, size)


def documents_of(file: BinaryIO, size: int) -> Iterator[tuple[str, Any]]:
    """The same of an open file of so many bytes."""
    try:
        prefix = _prefix(file)
        if not prefix and size > MOST_BYTES_ALONE and not _is_by_lines(file):
            what = f"One document of over {MOST_BYTES_ALONE >> 20} MB."
            raise FeedRefused([Fault("file", what, "Send a list of services, or a page with contents.")])
        _skip_mark(file)
        found = ijson.items(file, prefix, use_float=True, multiple_values=not prefix)
        for number, document in enumerate(found):
            yield f"{prefix.removesuffix('.item') or 'document'}[{number}]", document
    except (ijson.JSONError, UnicodeDecodeError, RecursionError, ValueError, OverflowError) as error:
        words = " ".join(str(error).split())[:120]
        raise FeedRefused([Fault("file", f"This is not JSON, or stops half way ({words}).", MEND)]) from error


def _prefix(file: BinaryIO) -> str:
    """Where the documents stand: `item` in a list, `contents.item` in a page, "" where they stand alone."""
    _skip_mark(file)
    depth = 0
    for prefix, event, _ in ijson.parse(file, use_float=True, multiple_values=True):
        if depth == 0:
            if event == "start_array":
                return "item"
            if event != "start_map":
                return ""
        if prefix == "contents" and event == "start_array":
            return "contents.item"
        depth += {"start_map": 1, "start_array": 1, "end_map": -1, "end_array": -1}.get(event, 0)
        if depth == 0:
            return ""
    return ""


def _is_by_lines(file: BinaryIO) -> bool:
    _skip_mark(file)
    return len(file.readline(MOST_BYTES_ALONE)) < MOST_BYTES_ALONE and bool(file.read(1))


def _skip_mark(file: BinaryIO) -> None:
    """To the first letter: some programs begin a file with a mark of its writing."""
    file.seek(0)
    if file.read(3) != b"\xef\xbb\xbf":
        file.seek(0)
