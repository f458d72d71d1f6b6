"""Comma-separated files that a spreadsheet opens safely."""

import csv
import datetime
import io
from collections.abc import Iterable
from decimal import Decimal

from django.http import HttpResponse

# A spreadsheet runs a cell that starts with one of these as a formula, whoever wrote it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def guarded(value):
    """The cell as it may be written: numbers stay numbers, dates read 2014-09-19, and no text starts a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float, Decimal)):
        return value
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def text(head: Iterable, rows: Iterable[Iterable]) -> str:
    """The whole file. Cells may be given as for `ui.table`: a mapping counts by its "text"."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow([guarded(_plain(cell)) for cell in head])
    writer.writerows([guarded(_plain(cell)) for cell in row] for row in rows)
    return target.getvalue()


def of_chart(chart) -> str:
    """The data of a chart, as its table shows them."""
    return text(chart.head(), chart.rows())


def response(name: str, head: Iterable, rows: Iterable[Iterable]) -> HttpResponse:
    """A download. It starts with a byte-order mark, without which Excel misreads pound signs and accents."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.write("\ufeff" + text(head, rows))
    return answer


def _plain(cell):
    """A mapping counts by its text, a figure of `disclosure` by what it shows."""
    cell = cell.get("text", "") if isinstance(cell, dict) else cell
    return cell.for_csv() if hasattr(cell, "for_csv") else cell
