"""A template is made of the shape that reads it back."""

import io
import zipfile

import openpyxl

from files import reading, templates
from files.limits import SMALL_TABLE, Limits
from files.shapes import Shape
from tenants.network_loading.shapes import SHAPES
from tenants.team_list.shape import SHAPE

ROWS = [["ann@nhs.net", "Practitioner", "007"], ["bo@nhs.net", "Area lead", "=1+1"]]


def filled(shape=SHAPE):
    return templates.workbook(shape, title="Team", rows={shape.file: ROWS})


def test_a_filled_template_is_read_back_as_it_was_written():
    table = reading.read_table(io.BytesIO(filled()), SHAPE, limits=SMALL_TABLE, name="team.xlsx")
    assert table.faults == []
    assert [(row["email"], row["role"], row["name"]) for row in table.rows] == [
        ("ann@nhs.net", "practitioner", "007"),
        ("bo@nhs.net", "area-lead", "=1+1"),
    ]


def test_what_is_written_stays_text_and_no_cell_is_a_formula():
    book = openpyxl.load_workbook(io.BytesIO(filled()))
    sheet = book["Team"]
    assert [sheet["C2"].value, sheet["C2"].data_type, sheet["C3"].data_type] == ["007", "s", "s"]
    assert sheet["A500"].number_format == "@" or sheet.column_dimensions["A"].number_format == "@"
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(filled())).read("xl/worksheets/sheet1.xml")


def test_each_column_is_explained_with_an_example_that_is_not_read():
    book = openpyxl.load_workbook(io.BytesIO(templates.workbook(SHAPE, title="Team")))
    notes = [[cell.value for cell in row] for row in book["Notes"].iter_rows(min_row=5)]
    assert notes[0] == ["Sheet", "Column", "Needed", "What to write", "Example (not read)"]
    assert [row[1] for row in notes[1:]] == ["E-mail address", "Role", "Name"]
    assert [row[2] for row in notes[1:]] == ["yes", "yes", "may be empty"]
    assert all(row[3] and row[4] for row in notes[1:])
    assert book["Team"].max_row == 1


def test_a_column_of_choices_offers_its_list():
    book = openpyxl.load_workbook(io.BytesIO(templates.workbook(SHAPE, title="Team")))
    (rule,) = book["Team"].data_validations.dataValidation
    assert (rule.type, str(rule.sqref)) == ("list", "B2:B1001")
    offered = [cell.value for cell in book["_lists"]["A"]]
    assert offered == ["Budget holder", "Carer", "Peer supporter", "Practitioner", "Area lead", "Finance lead",
                       "Commissioner"]  # fmt: skip
    assert (book["_lists"].sheet_state, book["_template"].sheet_state) == ("hidden", "veryHidden")


def test_a_template_from_before_is_recognised():
    newer = Shape(SHAPE.file, SHAPE.columns, SHAPE.key, sheet=SHAPE.sheet, version=2)
    (fault,) = reading.read_table(io.BytesIO(filled()), newer, limits=SMALL_TABLE, name="t.xlsx").faults
    assert fault.why.startswith("was made from a template of another version (Team: 1, now 2); download")


def test_the_template_of_the_network_has_a_sheet_for_each_file_and_reads_back_empty():
    content = templates.workbook(list(SHAPES.values()), title="Network folder")
    tables = reading.read_book(io.BytesIO(content), list(SHAPES.values()), limits=Limits(), name="n.xlsx")
    assert set(tables) == set(SHAPES)
    assert not any(table.faults or table.rows for table in tables.values())


def test_every_example_can_be_read():
    for shape in (SHAPE, *SHAPES.values()):
        for column in shape.columns:
            assert column.read(column.example) is not None, f"{shape.file}: {column.name}"
