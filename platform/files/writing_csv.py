"""Comma-separated files that a spreadsheet opens safely."""

import csv
import datetime
import io
from collections.abc import Iterable
from typing import Any

from files.documents import Document
from files.writing_cells import value_of

# Without the byte-order mark, Excel misreads pound signs and accents.
BYTE_ORDER_MARK = "\ufeff"


def as_bytes(document: Document) -> bytes:
    """Each table: its head in the first line, its rows, and below them its date, source and notes.

    With several tables, the caption stands above each head. What the file as a whole has to say comes last.
    """
    lines: list[Iterable[Any]] = []
    for table in document.tables:
        if len(document.tables) > 1:
            lines.append([table.caption])
        lines += [table.head, *table.rows, [], *table.about(), []]
    lines += document.about()
    return (BYTE_ORDER_MARK + text(lines)).encode()


def text(lines: Iterable[Iterable[Any]]) -> str:
    """The lines as CSV; dates read 2014-09-19."""
    target = io.StringIO()
    csv.writer(target).writerows([_words(value_of(cell)) for cell in line] for line in lines)
    return target.getvalue()


def _words(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (datetime.date, datetime.datetime)) else value
