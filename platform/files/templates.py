"""Template workbooks: made from a shape, so that what is handed out and what is read can't drift apart."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter
from django.http import HttpResponse
from django.utils.text import slugify

from files.formulas import guarded
from files.shapes import Column, Shape
from files.sheets import NOTES, VERSION

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LISTS = "_lists"  # hidden: what cells may be chosen from
FORMATTED_ROWS = 1_000  # rows that get the list to choose from
NARROWEST, WIDEST = 14, 50  # letters
# Nothing that is typed becomes a formula or a link, whatever it begins with.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(
    shapes: Shape | Sequence[Shape], *, title: str, rows: dict[str, Iterable[Sequence[str]]] | None = None
) -> bytes:
    """The bytes of an .xlsx: a sheet for each shape with its headings, and notes on each column with an example.

    All cells are formatted as text, so that `007` stays `007`. `rows` fills sheets, by the shapes' `file`, in the order
    of the columns. `files.reading` reads it back; it knows by a hidden sheet which version of the shape this is.
    """
    shapes = [shapes] if isinstance(shapes, Shape) else list(shapes)
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, OPTIONS)
    book.set_properties({"title": title})
    sheets = [book.add_worksheet(shape.sheet_name) for shape in shapes]
    notes, lists, version = (book.add_worksheet(name) for name in (NOTES, LISTS, VERSION))
    places = _lists(lists, shapes)
    for shape, sheet in zip(shapes, sheets, strict=True):
        _table(book, sheet, shape, (rows or {}).get(shape.file, ()), places)
    _notes(book, notes, shapes, title)
    for line, shape in enumerate(shapes):
        version.write_row(line, 0, [shape.file, str(shape.version)])
    lists.hide()
    version.very_hidden()
    book.close()
    return written.getvalue()


def response(shapes: Shape | Sequence[Shape], *, title: str, name: str, **options: Any) -> HttpResponse:
    """The workbook as a download called `name` (with its ending)."""
    answer = HttpResponse(workbook(shapes, title=title, **options), content_type=CONTENT_TYPE)
    stem, _, ending = name.rpartition(".")
    answer["Content-Disposition"] = f'attachment; filename="{slugify(stem)}.{ending}"'
    return answer


def _table(book: Any, sheet: Any, shape: Shape, rows: Iterable[Sequence[str]], places: dict[Column, str]) -> None:
    as_text = book.add_format({"num_format": "@"})
    for at, column in enumerate(shape.columns):
        heading = book.add_format({"bold": column.required, "bg_color": "#D8DDE0", "bottom": 1, "num_format": "@"})
        width = min(max(len(column.shown) + 2, len(column.example) + 2, NARROWEST), WIDEST)
        sheet.set_column(at, at, width, as_text)
        sheet.write_string(0, at, column.shown, heading)
        if column in places:
            wrong = {"error_title": column.shown[:32], "error_message": "Choose one of the words in the list."}
            sheet.data_validation(
                1, at, FORMATTED_ROWS, at, {"validate": "list", "source": places[column], "ignore_blank": True, **wrong}
            )
    for line, row in enumerate(rows, 1):
        for at, cell in enumerate(row):
            if cell:
                sheet.write_string(line, at, guarded(cell), as_text)
    sheet.freeze_panes(1, 0)


def _lists(sheet: Any, shapes: Sequence[Shape]) -> dict[Column, str]:
    """What may be chosen, a column of the hidden sheet each; where each list stands."""
    places: dict[Column, str] = {}
    for column in (column for shape in shapes for column in shape.columns if column.choices):
        if column not in places:
            at = len(places)
            sheet.write_column(0, at, column.choices)
            letter = xlsxwriter.utility.xl_col_to_name(at, col_abs=True)
            places[column] = f"={LISTS}!{letter}$1:{letter}${len(column.choices)}"
    return places


def _notes(book: Any, sheet: Any, shapes: Sequence[Shape], title: str) -> None:
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 1, 24, wrapped)
    sheet.set_column(2, 2, 12, wrapped)
    sheet.set_column(3, 4, 60, wrapped)
    sheet.write_string(0, 0, guarded(title), bold)
    sheet.write_string(1, 0, "This sheet is for reading only; nothing on it is uploaded.")
    sheet.write_string(2, 0, "Keep the headings as they are, and write from row 2 on.")
    sheet.write_row(4, 0, ["Sheet", "Column", "Needed", "What to write", "Example (not read)"], bold)
    line = 5
    for shape in shapes:
        for column in shape.columns:
            needed = "yes" if column.required else "may be empty"
            sheet.write_row(line, 0, [shape.sheet_name, column.shown, needed, _help(column), column.example], wrapped)
            line += 1


def _help(column: Column) -> str:
    chosen = f"One of: {', '.join(column.choices)}." if column.choices else ""
    return " ".join(words for words in (column.help, chosen) if words)
