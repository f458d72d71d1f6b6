"""Reading tables that passed the guard. The reference is the bare library on the same table, without any check."""

import csv
import io

from benchmarks import _site
from files import reading  # noqa: E402
from files.limits import Limits  # noqa: E402
from files.shapes import Column, Shape, whole_number, words  # noqa: E402

ROWS, TIMES = 20_000, 3
SHAPE = Shape("t.csv", tuple(Column(f"c{at}", words(50) if at % 2 else whole_number) for at in range(8)), key=None)


def main() -> None:
    head = [column.name for column in SHAPE.columns]
    rows = [[f"text {line} {at}" if at % 2 else str(line + at) for at in range(8)] for line in range(ROWS)]
    text, book = _csv(head, rows), _book(head, rows)
    _site.report(
        [
            ("CSV, 20,000 rows of 8 (ms)", _ours(text, "t.csv"), _site.milliseconds(lambda: _bare_csv(text), TIMES),
             "Python's csv alone (ms)"),
            ("workbook, the same (ms)", _ours(book, "t.xlsx"), _site.milliseconds(lambda: _bare_book(book), TIMES),
             "calamine alone (ms)"),
        ]
    )  # fmt: skip


def _ours(content: bytes, name: str) -> float:
    def read() -> None:
        table = reading.read_table(io.BytesIO(content), SHAPE, limits=Limits(), name=name)
        assert (len(table.rows), table.faults) == (ROWS, [])

    return _site.milliseconds(read, TIMES)


def _bare_csv(content: bytes) -> None:
    assert len(list(csv.reader(io.StringIO(content.decode())))) == ROWS + 1


def _bare_book(content: bytes) -> None:
    from python_calamine import CalamineWorkbook

    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    assert len(sheet.to_python()) == ROWS + 1


def _csv(head: list[str], rows: list[list[str]]) -> bytes:
    return "".join(",".join(row) + "\n" for row in [head, *rows]).encode()


def _book(head: list[str], rows: list[list[str]]) -> bytes:
    import xlsxwriter

    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"strings_to_numbers": False})
    sheet = book.add_worksheet("t")
    for line, row in enumerate([head, *rows]):
        for at, cell in enumerate(row):
            sheet.write_string(line, at, cell)
    book.close()
    return written.getvalue()


if __name__ == "__main__":
    main()
