"""Comma-separated text of a chart, and a thin door to `files.writing` for whoever has a head and rows alone.

A list that people read is a `files.tables.Table`: it carries its date, source and notes into the file.
"""

import datetime
from collections.abc import Iterable

from django.http import HttpResponse

from files import writing_csv
from files.writing_cells import value_of


def guarded(value):
    """The cell as it may be written: numbers stay numbers, dates read 2014-09-19, and no text starts a formula."""
    found = value_of(value)
    return found.isoformat() if isinstance(found, (datetime.date, datetime.datetime)) else found


def text(head: Iterable, rows: Iterable[Iterable]) -> str:
    """The whole file. Cells may be given as for `ui.table`: a mapping counts by its "text"."""
    return writing_csv.text([head, *rows])


def of_chart(chart) -> str:
    """The data of a chart, as its table shows them."""
    return text(chart.head(), chart.rows())


def response(name: str, head: Iterable, rows: Iterable[Iterable]) -> HttpResponse:
    """A download. It starts with a byte-order mark, without which Excel misreads pound signs and accents."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.write(writing_csv.BYTE_ORDER_MARK + text(head, rows))
    return answer
