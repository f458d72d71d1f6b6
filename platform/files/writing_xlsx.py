"""Workbooks: one sheet for each table, and one of notes.

Text is written as text, never as a formula, and still gets the apostrophe of `writing_cells.guarded`: a workbook is
saved as CSV, or a cell opened and left again, and then a bare "=1+1" would run.
"""

import datetime
import io
import re
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from files.documents import Document
from files.tables import Table, is_number
from files.writing_cells import value_of

LONGEST_SHEET_NAME = 31  # characters; Excel's own limit, as is the next
LONGEST_TEXT = 32_767
NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f']+")
RESERVED_SHEET_NAMES = {"history"}
NARROWEST, WIDEST = 9, 60  # characters
FIRST_DAY = datetime.date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was
DAY, MOMENT = "d mmmm yyyy", "d mmmm yyyy hh:mm"
NO_ROWS = "There are no rows."
NOTES = "Notes"


def as_bytes(document: Document) -> bytes:
    """The workbook. A sheet has its head in the first row, which stays in sight, then the rows as an Excel table, and
    below them date, source and notes. With several tables the notes come first, with a link to each sheet."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties(
            {"title": document.title, "author": document.network, "created": document.made.replace(tzinfo=None)}
        )
        names = sheet_names([table.caption for table in document.tables])
        formats = _Formats(book)
        if len(names) > 1:
            _notes(book.add_worksheet(NOTES), document, names, formats)
        for number, (table, name) in enumerate(zip(document.tables, names, strict=True), 1):
            _sheet(book.add_worksheet(name), table, number, formats)
        if len(names) == 1:
            _notes(book.add_worksheet(NOTES), document, names, formats)
    return target.getvalue()


def sheet_names(captions: list[str]) -> list[str]:
    """A legal name for each caption, none twice in any case, none of them the notes'."""
    taken, names = {NOTES.casefold(), *RESERVED_SHEET_NAMES}, []
    for caption in captions:
        stem = " ".join(NOT_IN_SHEET_NAMES.sub(" ", caption).split()) or "Table"
        name, number = stem[:LONGEST_SHEET_NAME].rstrip(), 2
        while name.casefold() in taken:
            ending = f" {number}"
            name, number = stem[: LONGEST_SHEET_NAME - len(ending)].rstrip() + ending, number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


class _Formats:
    """The workbook's formats, each made once: Excel allows 64,000 and slows down long before."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book, self._made = book, dict[str, Format]()
        self.bold = book.add_format({"bold": True})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})

    def number(self, pattern: str) -> Format:
        """The format of a number or a day."""
        if pattern not in self._made:
            self._made[pattern] = self._book.add_format({"num_format": pattern, "valign": "top"})
        return self._made[pattern]


def _sheet(sheet: Worksheet, table: Table, number: int, formats: _Formats) -> None:
    rows = [[value_of(cell) for cell in row] for row in table.rows] or [[NO_ROWS, *[""] * (len(table.head) - 1)]]
    heads = _unique([str(value_of(cell)) for cell in table.head])
    for column, width in enumerate(_widths(heads, rows)):
        sheet.set_column(column, column, width)
    columns = [{"header": head} for head in heads]
    sheet.add_table(
        0, 0, len(rows), len(heads) - 1, {"columns": columns, "name": f"table_{number}", "banded_rows": False}
    )
    for place, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            _write(sheet, place, column, value, formats)
    for place, (name, value) in enumerate(table.about(), len(rows) + 2):
        _write(sheet, place, 0, name, formats)
        _write(sheet, place, 1, value_of(value), formats, wrap=False)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _notes(sheet: Worksheet, document: Document, names: list[str], formats: _Formats) -> None:
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 90)
    place = 0
    for name, words in document.about():
        _write(sheet, place, 0, name, formats)
        _write(sheet, place, 1, value_of(words), formats)
        place += 1
    for table, sheet_name in zip(document.tables, names, strict=True):
        place += 1
        sheet.write_url(place, 0, f"internal:'{sheet_name}'!A1", string=value_of(sheet_name))
        _write(sheet, place, 1, value_of(table.caption), formats)
        for name, value in table.about():
            place += 1
            _write(sheet, place, 0, name, formats)
            _write(sheet, place, 1, value_of(value), formats)
        place += 1


def _write(sheet: Worksheet, row: int, column: int, value: Any, formats: _Formats, wrap: bool = True) -> None:
    """One cell, by its own kind: nothing is guessed from how a text looks."""
    if is_number(value):
        sheet.write_number(row, column, value, formats.number(_pattern(value)))
    elif isinstance(value, datetime.datetime) and value.date() >= FIRST_DAY:
        sheet.write_datetime(row, column, value, formats.number(MOMENT))
    elif isinstance(value, datetime.date) and not isinstance(value, datetime.datetime) and value >= FIRST_DAY:
        sheet.write_datetime(row, column, value, formats.number(DAY))
    else:
        sheet.write_string(row, column, _cut(str(value)), formats.text if wrap else None)


def _pattern(number: int | float | Decimal) -> str:
    """Thousands apart, with as many decimals as the number was given."""
    if isinstance(number, Decimal):
        decimals = max(0, -int(number.as_tuple().exponent))
        return "#,##0" + ("." + "0" * min(decimals, 6) if decimals else "")
    return "#,##0" if isinstance(number, int) else "#,##0.######"


def _unique(heads: list[str]) -> list[str]:
    """An Excel table's heads: none empty, none twice in any case."""
    taken, found = set[str](), []
    for column, head in enumerate(heads, 1):
        name, number = _cut(head) or f"Column {column}", 2
        while name.casefold() in taken:
            name, number = f"{head} {number}", number + 1
        taken.add(name.casefold())
        found.append(name)
    return found


def _widths(heads: list[str], rows: list[list[Any]]) -> list[int]:
    """Wide enough for most cells; longer ones wrap."""
    longest = [len(head) + 3 for head in heads]  # room for the filter's arrow
    for row in rows:
        for column, value in enumerate(row[: len(longest)]):
            length = len(MOMENT) if isinstance(value, datetime.date) else len(str(value))
            longest[column] = max(longest[column], length + 1)
    return [min(max(length, NARROWEST), WIDEST) for length in longest]


def _cut(text: str) -> str:
    """A text that a cell can hold; the end of a longer one is left out, and says so."""
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 12] + " [… cut off]"
