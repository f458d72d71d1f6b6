"""Tables are read as text first; a CSV and a workbook of the same table give the same rows and faults."""

import io

import pytest
import xlsxwriter

from files import reading
from files.limits import SMALL_TABLE, Limits
from files.shapes import Column, Shape, date, one_of, whole_number, words

SHAPE = Shape(
    "things.csv",
    (
        Column("code", words(20)),
        Column("day", date, required=False),
        Column("people", whole_number, required=False),
        Column("kind", one_of(["a", "b"]), heading="Kind of thing", choices=("a", "b")),
    ),
    key=("code",),
    sheet="Things",
)
HEAD = ["code", "day", "people", "Kind of thing"]


def csv_of(*rows, encoding="utf-8"):
    return io.BytesIO("".join(",".join(row) + "\n" for row in rows).encode(encoding))


def book_of(*rows, sheet="Things", write=None):
    """A workbook in which each value keeps its own type; `write(book, sheet)` adds to it."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"strings_to_formulas": False, "strings_to_numbers": False})
    page = book.add_worksheet(sheet)
    for line, row in enumerate(rows):
        for at, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(line, at, value)
            else:
                page.write(line, at, value)
    if write:
        write(book, page)
    book.close()
    written.seek(0)
    return written


def read(source, name, limits=SMALL_TABLE):
    return reading.read_table(source, SHAPE, limits=limits, name=name)


def values_of(table):
    assert table.faults == []
    return [tuple(row.values[column.name] for column in SHAPE.columns) for row in table.rows]


def test_leading_noughts_and_1E5_survive_in_csv_and_workbook():
    rows = [HEAD, ["007", "", "", "a"], ["1E5", "", "", "b"], ["00", "", "", "a"], ["=1+1", "", "", "a"]]
    from_csv = values_of(read(csv_of(*rows), "things.csv"))
    assert [row[0] for row in from_csv] == ["007", "1E5", "00", "=1+1"]
    assert values_of(read(book_of(*rows), "things.xlsx")) == from_csv


@pytest.mark.parametrize(
    ("typed", "text"),
    [(1.0, "1"), (100000.0, "100000"), (0.1, "0.1"), (1.5, "1.5"), (-3, "-3"), (123456789012345, "123456789012345"),
     (0.00001, "0.00001"), (True, "TRUE")],
)  # fmt: skip
def test_a_number_in_a_cell_becomes_the_shortest_text_that_says_it(typed, text):
    assert values_of(read(book_of(HEAD, [typed, "", "", "a"]), "things.xlsx"))[0][0] == text


def test_a_number_whose_end_excel_has_lost_is_a_fault():
    table = read(book_of(HEAD, [9.43476591912345e17, "", "", "a"]), "things.xlsx")
    assert [str(fault) for fault in table.faults] == [
        "things.xlsx: Things!A2: is a number of more than 15 digits, whose end Excel loses; format the cell as text"
    ]


def test_a_date_cell_is_read_as_its_day():
    import datetime

    def write(book, page):
        page.write_datetime(1, 1, datetime.datetime(2015, 1, 31), book.add_format({"num_format": "dd/mm/yyyy"}))

    table = read(book_of(HEAD, ["x", "", 12, "a"], write=write), "things.xlsx")
    assert values_of(table) == [("x", datetime.date(2015, 1, 31), 12, "a")]


def test_faults_name_line_or_cell_and_are_otherwise_the_same():
    rows = [HEAD, ["x", "2015-02-30", "many", "a"], ["", "", "", "c"], ["X", "", "", "a"], ["y", "", "1.5", "b"]]
    in_csv = [str(fault) for fault in read(csv_of(*rows), "things.csv").faults]
    in_book = [str(fault) for fault in read(book_of(*rows), "things.xlsx").faults]
    assert in_csv == [
        "things.csv:2: day: '2015-02-30' is not a date; write it as year-month-day, such as 2015-01-31",
        "things.csv:2: people: 'many' is not a whole number; write it with digits only, such as 1200",
        "things.csv:3: code: is empty; fill it in",
        "things.csv:3: Kind of thing: 'c' is not known; write one of a, b",
        "things.csv:5: people: '1.5' is not a whole number; write it with digits only, such as 1200",
    ]
    cells = ["B2", "C2", "A3", "D3", "C5"]
    expected = [
        f"things.xlsx: Things!{cell}: {line.split(': ', 1)[1]}" for cell, line in zip(cells, in_csv, strict=True)
    ]
    assert in_book == expected


def test_a_row_that_stands_twice_names_the_first_in_any_case():
    rows = [HEAD, ["x", "", "", "a"], ["X", "", "", "a"]]
    assert [str(fault) for fault in read(csv_of(*rows), "t.csv").faults] == [
        "t.csv:3: code: is the same as line 2; keep one of them"
    ]
    assert [str(fault) for fault in read(book_of(*rows), "t.xlsx").faults] == [
        "t.xlsx: Things!A3: code: is the same as row 2; keep one of them"
    ]


def test_headings_are_read_in_any_order_and_case_and_by_their_column_name():
    rows = [["KIND", "People", "code", "day"], ["a", "3", "x", ""]]
    assert values_of(read(csv_of(*rows), "t.csv")) == [("x", None, 3, "a")]


def test_an_error_in_a_cell_is_a_fault_and_not_an_empty_cell():
    def write(book, page):
        page.write_formula(1, 1, "=1/0", None, "#DIV/0!")

    (fault,) = read(book_of(HEAD, ["x", "", "", "a"], write=write), "t.xlsx").faults
    assert str(fault) == (
        "t.xlsx: Things!B2: has an error in place of a value (such as #N/A); mend the formula or write the value"
    )


def test_a_formula_counts_as_the_value_that_was_saved_with_it():
    def write(book, page):
        page.write_formula(1, 2, "=40+2", None, 42)

    assert values_of(read(book_of(HEAD, ["x", "", "", "a"], write=write), "t.xlsx")) == [("x", None, 42, "a")]


def test_a_cell_beside_the_table_is_a_fault():
    (fault,) = read(book_of(HEAD, ["x", "", "", "a", "note"]), "t.xlsx").faults
    assert str(fault) == "t.xlsx: Things!E2: stands under no heading; give its column one, or delete the cell"


def test_a_workbook_of_one_sheet_may_call_it_anything_and_one_of_two_may_not():
    assert values_of(read(book_of(HEAD, ["x", "", "", "a"], sheet="Sheet1"), "t.xlsx")) == [("x", None, None, "a")]
    two = book_of(HEAD, sheet="Sheet1", write=lambda book, page: book.add_worksheet("Sheet2"))
    assert [str(fault) for fault in read(two, "t.xlsx").faults] == [
        "t.xlsx: has no sheet called Things; put the table on one, or leave one sheet only"
    ]


def test_cells_that_are_formatted_and_empty_are_no_rows():
    def write(book, page):
        page.write_blank(60_000, 40, None, book.add_format({"bold": True}))

    limits = Limits(rows=100, columns=10)
    source = book_of(HEAD, ["x", "", "", "a"])
    assert len(values_of(read(source, "t.xlsx", limits))) == 1
    (fault,) = read(book_of(HEAD, ["x", "", "", "a"], write=write), "t.xlsx", limits).faults
    assert "says it has 60,001 rows" in fault.why


def test_windows_1252_is_read_with_a_warning_and_a_mark_is_no_fault():
    rows = [HEAD, ["café", "", "", "a"]]
    table = read(csv_of(*rows, encoding="cp1252"), "t.csv")
    assert (values_of(table)[0][0], len(table.warnings)) == ("café", 1)
    marked = read(csv_of(*rows, encoding="utf-8-sig"), "t.csv")
    assert (values_of(marked)[0][0], marked.warnings) == ("café", [])


def test_after_a_thousand_faults_reading_stops_and_says_so():
    rows = [HEAD, *[[f"{number}", "no date", "", "a"] for number in range(1_500)]]
    faults = read(csv_of(*rows), "t.csv").faults
    assert len(faults) == 1_001
    assert faults[-1].why == "there may be more faults than these 1,000; mend these and try again"


def test_a_limit_can_be_narrowed_and_not_widened():
    assert Limits(rows=5).rows == 5
    for wider in ({"rows": 1_100_001}, {"unpacked_bytes": 200 * 1024 * 1024 + 1}, {"parts": 1_001}, {"ratio": 101}):
        with pytest.raises(ValueError, match="is at most"):
            Limits(**wider)
