"""CSV files and workbooks: each says all that its tables say, and no cell starts a formula."""

import datetime
import io
import re
import zipfile
from decimal import Decimal

import pytest

from disclosure import people, publish
from files import documents, writing_csv, writing_xlsx
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tests.files import written
from ui import branding

DAY = datetime.date(2014, 11, 7)
HOSTILE = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "  =1+1", "＝1+1"]


@pytest.fixture(autouse=True)
def network():
    """A network with a hostile name, without a database."""

    def brand():
        return branding.Brand("=The network", "=Net")

    branding.register(brand)
    yield
    branding.unregister(brand)


def table(rows, head=("Area", "What they say"), **facts):
    facts = {"as_at": DAY, "source": "=The source", "note": "+A note", "people": NO_PEOPLE, **facts}
    return Table("areas", "@Areas of the network", head, tuple(rows), **facts)


def bytes_of(*tables, ending, title="-All of it"):
    document = documents.document(tables, name="areas", title=title)
    return {"csv": writing_csv, "xlsx": writing_xlsx}[ending].as_bytes(document)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_no_cell_starts_a_formula_wherever_the_text_comes_from(ending):
    hostile = table([[text, text] for text in HOSTILE], head=("=Area", numeric("+What")), sample=True)
    content = bytes_of(hostile, hostile, ending=ending)
    found = written.texts(content, ending)
    for text in HOSTILE:
        assert any(cell.strip() == f"'{text}".strip() for cell in found), text
    assert written.formula_starts(content, ending) == []


def test_a_workbook_holds_no_formula_and_no_link_out():
    content = bytes_of(table([[text, "http://example.org/"] for text in HOSTILE]), ending="xlsx")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not any("<f>" in sheet or "<f " in sheet for sheet in sheets)
        assert not [name for name in parts.namelist() if "externalLink" in name]
        assert "http://example.org" not in "".join(
            parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels")
        )


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_each_file_says_title_date_source_notes_network_and_when_it_was_made(ending):
    found = written.texts(bytes_of(table([["Kernow", "Well"]], sample=True), ending=ending), ending)
    for words in ("'-All of it", "'=The network", "'=The source", "'+A note", NO_PEOPLE.words):
        assert words in found
    assert "Sample data: made up for this demonstration." in found
    assert any(re.fullmatch(r"\d{1,2} \w+ 20\d\d at .*", text) for text in found)


def test_csv_has_the_head_first_and_what_belongs_to_it_below():
    lines = written.csv_lines(bytes_of(table([["Kernow", DAY], ["Swindon", None]]), ending="csv"))
    assert lines[:4] == [["Area", "What they say"], ["Kernow", "2014-11-07"], ["Swindon", ""], []]
    assert lines[4] == ["As at", "2014-11-07"]


def test_csv_begins_with_the_mark_that_excel_needs():
    assert bytes_of(table([["£", "é"]]), ending="csv").startswith(b"\xef\xbb\xbf")


def test_numbers_and_days_are_written_as_such():
    row = ["Kernow", 1234, Decimal("12.50"), DAY, datetime.datetime(2014, 11, 7, 9, 5, tzinfo=datetime.UTC), True]
    content = bytes_of(table([row], head=("Area", "People", "Rate", "Day", "Moment", "Agreed")), ending="xlsx")
    sheet = written.sheets(content)["@Areas of the network"]
    assert sheet[1] == ["Kernow", 1234.0, 12.5, DAY, datetime.datetime(2014, 11, 7, 9, 5), "yes"]
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        styles = parts.read("xl/styles.xml").decode()
    for pattern in ("#,##0", "#,##0.00", "d mmmm yyyy", "d mmmm yyyy hh:mm"):
        assert f'"{pattern}"' in styles or pattern in {"#,##0", "#,##0.00"}  # these two are built in


def test_what_excel_cannot_hold_as_a_number_or_day_stays_text():
    row = [1234567890123456, float("nan"), float("inf"), datetime.date(1899, 1, 1)]
    content = bytes_of(table([row], head=("Long", "None", "Endless", "Old")), ending="xlsx")
    assert written.sheets(content)["@Areas of the network"][1] == ["1234567890123456", "nan", "inf", "1899-01-01"]


def test_hidden_counts_stay_hidden_in_files():
    hidden = Table("x", "X", ("Area", "People"), (["Kernow", publish(people(6))], ["Bristol", publish(people(43))]))
    assert written.csv_lines(bytes_of(hidden, ending="csv"))[1:3] == [["Kernow", "*"], ["Bristol", "45"]]
    assert written.sheets(bytes_of(hidden, ending="xlsx"))["X"][1:3] == [["Kernow", "*"], ["Bristol", 45.0]]


def test_a_workbook_can_be_read_by_ear():
    content = bytes_of(table([["Kernow", "Well"]], head=("Area", "area")), ending="xlsx")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheet, made = parts.read("xl/worksheets/sheet1.xml").decode(), parts.read("xl/tables/table1.xml").decode()
        facts = parts.read("docProps/core.xml").decode()
    assert "mergeCell" not in sheet
    assert 'ySplit="1"' in sheet and 'state="frozen"' in sheet
    assert 'ref="A1:B2"' in made and re.findall(r'tableColumn id="\d" name="([^"]+)"', made) == ["Area", "area 2"]
    assert "-All of it" in facts


def test_an_empty_table_still_makes_a_workbook_that_opens():
    assert written.sheets(bytes_of(table([]), ending="xlsx"))["@Areas of the network"][1][0] == "There are no rows."


def test_names_of_sheets_are_legal_and_none_is_there_twice():
    long = "Which area starts with which group, and when"
    captions = [long, long.upper(), "A/B: [what?]", "Notes", "history", "'quoted'", "***"]
    names = writing_xlsx.sheet_names(captions)
    assert names[0] == "Which area starts with which gr"
    assert names[1] == "WHICH AREA STARTS WITH WHICH 2"
    assert names[2:] == ["A B what", "Notes 2", "history 2", "quoted", "Table"]
    assert all(len(name) <= 31 for name in names)


def test_a_text_longer_than_a_cell_is_cut_and_says_so():
    content = bytes_of(table([["x" * 40_000, ""]]), ending="xlsx")
    cell = written.sheets(content)["@Areas of the network"][1][0]
    assert len(cell) <= 32_767 and cell.endswith("[… cut off]")


def test_a_file_without_a_table_is_refused():
    with pytest.raises(ValueError, match="at least one table"):
        documents.document([], name="x")
