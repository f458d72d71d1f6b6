"""A return by workbook: out and in again the same, refused whole with each fault's place, nothing replaced unasked."""

import io
import re
import zipfile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tenants.contexts import in_area
from tenants.returns import workbook
from tenants.rollout import return_drafts
from tests.tenants.returns.conftest import FIRST, SECOND, WINTER, sign, write
from tests.tenants.returns.making import typed

pytestmark = pytest.mark.django_db

PAGE = "/areas/kernow/returns/2015Q1/"
UPLOAD = f"{PAGE}upload/"


@pytest.fixture
def begun(lead):
    lead.post(f"{PAGE}begin/")
    return lead


def template(client, page=PAGE):
    return openpyxl.load_workbook(io.BytesIO(client.get(f"{page}template.xlsx").content))


def fill(book, figures):
    """Write each figure into the column "Figure" of its row, as text."""
    cells = typed(figures)
    for sheet in book.worksheets:
        if [cell.value for cell in sheet[1]][:1] != ["Code"]:
            continue
        for row in sheet.iter_rows(min_row=2):
            if row[0].value in cells:
                row[4].value = cells[row[0].value]
    return book


def send(client, book, name="return.xlsx"):
    if not isinstance(book, bytes):
        written = io.BytesIO()
        book.save(written)
        book = written.getvalue()
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, book)})


def held_in(answer):
    return re.search(r'name="held" value="([^"]+)"', answer.content.decode())[1]


def text_of(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def draft_of(area):
    with in_area(area):
        return return_drafts.find(WINTER)


def test_what_is_filled_in_comes_back_after_it_is_confirmed(begun, kernow):
    before = draft_of(kernow).typed
    answer = send(begun, fill(template(begun), FIRST))
    assert answer.status_code == 200
    assert "Nothing has been changed yet." in text_of(answer)
    assert draft_of(kernow).typed == before == {}
    assert begun.post(f"{UPLOAD}confirm/", {"held": held_in(answer)}).status_code == 302
    assert draft_of(kernow).typed == typed(FIRST)
    assert "all figures fit together" in text_of(begun.get(f"{PAGE}check/"))


def test_the_workbook_holds_labels_what_is_typed_and_the_quarter_before(begun, kernow):
    sign(kernow, WINTER, FIRST, begun.person)
    page = "/areas/kernow/returns/2015Q2/"
    begun.post(f"{page}begin/")
    begun.post(f"{page}sections/people/", {"groups.new.none": "12 a", "note": "Counted by hand."})
    sheet = template(begun, page)["People"]
    rows = {row[0]: row for row in sheet.iter_rows(values_only=True)}
    assert rows["groups.new.none"][1:] == ("By group", "New in the quarter: None of the four groups", "0", "12 a")
    assert rows["groups.in_place.multiple_ltc"][3] == "4"
    assert rows["note"][4] == "Counted by hand."


def test_numbers_that_excel_made_are_read_as_numbers(begun, kernow):
    book = template(begun)
    for row in book["People"].iter_rows(min_row=2):
        if row[0].value == "groups.new.none":
            row[4].value, row[4].number_format = 12, "0"
    answer = send(begun, book)
    begun.post(f"{UPLOAD}confirm/", {"held": held_in(answer)})
    assert draft_of(kernow).typed == {"groups.new.none": "12"}


def test_each_fault_is_told_by_sheet_row_and_column_and_nothing_is_kept(begun, kernow):
    book = fill(template(begun), FIRST)
    people, money = book["People"], book["Money"]
    people["E2"].value = "12 a"
    people["A3"].value = "groups.new.nobody"
    money["E4"].value = "-5"
    answer = send(begun, book)
    assert answer.status_code == 422
    shown = text_of(answer)
    assert "People!E2" in shown and "“12 a” is not a number. Write digits only" in shown
    assert "People!A3" in shown and "is no code of this sheet" in shown
    assert "Money!E4" in shown and "is less than 0" in shown
    assert 'name="held"' not in answer.content.decode()
    assert draft_of(kernow).typed == {}


def test_a_missing_sheet_and_a_missing_row_are_told(begun):
    book = fill(template(begun), FIRST)
    del book["Money"]
    book["Activation"].delete_rows(2)
    shown = text_of(send(begun, book))
    assert "Money" in shown and "This sheet is missing" in shown
    assert "The row of activation.measured is missing; put it back." in shown


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("return.xlsx", b""),
        ("return.xlsx", b"Code,Figure\nx,1\n"),
        ("return.xlsx", b"PK\x03\x04 not a workbook at all"),
        ("return.csv", b"Code,Figure\nx,1\n"),
        ("return.xlsm", b"PK\x03\x04"),
        ("return.xlsx", b"\xd0\xcf\x11\xe0 an old one"),
    ],
)
def test_what_is_no_workbook_is_refused(begun, kernow, name, content):
    assert send(begun, content, name).status_code == 422
    assert draft_of(kernow).typed == {}


def test_a_workbook_that_swells_is_refused(begun, kernow):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 20_000_000)
    answer = send(begun, packed.getvalue())
    assert answer.status_code == 422
    assert draft_of(kernow).typed == {}


def test_a_workbook_is_not_taken_once_the_return_was_typed_on(begun, kernow):
    held = held_in(send(begun, fill(template(begun), FIRST)))
    begun.post(f"{PAGE}sections/money/", {"money.spent": "7"})
    answer = begun.post(f"{UPLOAD}confirm/", {"held": held}, follow=True)
    assert "The return was changed since" in text_of(answer)
    assert draft_of(kernow).typed == {"money.spent": "7"}


def test_a_checked_workbook_is_good_for_whom_and_where_it_was_checked_only(begun, kernow, bristol, client_as):
    held = held_in(send(begun, fill(template(begun), FIRST)))
    other, second = client_as("area-lead", area=bristol), client_as("area-lead", area=kernow)
    other.post("/areas/bristol/returns/2015Q1/begin/")
    other.post("/areas/bristol/returns/2015Q1/upload/confirm/", {"held": held})
    second.post(f"{UPLOAD}confirm/", {"held": held})
    begun.post(f"{UPLOAD}confirm/", {"held": held[:-2] + "xx"})
    assert draft_of(kernow).typed == {}
    with in_area(bristol):
        assert return_drafts.find(WINTER).typed == {}


def test_every_cell_of_the_return_stands_in_the_workbook_once(begun):
    book = template(begun)
    codes = [
        row[0] for shape in workbook.shapes() for row in book[shape.sheet_name].iter_rows(min_row=2, values_only=True)
    ]
    assert sorted(code for code in codes if code != "note") == sorted(typed(SECOND))
    assert codes.count("note") == 7


def test_an_upload_over_what_is_signed_is_refused(lead, kernow):
    write(kernow, WINTER, FIRST, lead.person)
    held = held_in(send(lead, fill(template(lead), FIRST | {"plan_offers.people": 11})))
    with in_area(kernow):
        return_drafts.sign(area=kernow, quarter=WINTER, by=lead.person, name="Ailsa Lead")
    answer = lead.post(f"{UPLOAD}confirm/", {"held": held}, follow=True)
    assert "Nothing was changed." in text_of(answer)
