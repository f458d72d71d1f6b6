"""Files as people's programs write them, with everything that says who they are: made by code, nobody's own."""

import zipfile
from io import BytesIO

import xlsxwriter
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.annotations import Text as Note
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

# A name that nobody has, so that finding it anywhere shows what was left.
NAME = "Quillon Featherstonehaugh"
WHERE = b"Trelissick 50.2155N"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def packed(parts: dict[str, bytes | str]) -> bytes:
    """A .zip of these parts."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def jpeg() -> bytes:
    """A JPEG with a place and an artist in its notes."""
    picture, written = Image.new("RGB", (40, 30), "teal"), BytesIO()
    notes = picture.getexif()
    notes[0x013B], notes[0x010E] = NAME, WHERE.decode()
    picture.save(written, format="JPEG", exif=notes, comment=NAME.encode())
    return written.getvalue()


def png() -> bytes:
    """A PNG with an author among its words."""
    words, written = PngInfo(), BytesIO()
    words.add_text("Author", NAME)
    Image.new("RGBA", (40, 30), "teal").save(written, format="PNG", pnginfo=words)
    return written.getvalue()


def docx(body: str = "<w:p><w:r><w:t>A rota for nights</w:t></w:r></w:p>", **more: bytes | str) -> bytes:
    """A Word document with properties, a comment, a tracked change, custom data and a picture with a place."""
    change = (
        f'<w:p><w:ins w:id="1" w:author="{NAME}" w:date="2015-07-01T09:00:00Z"><w:r><w:t>New</w:t></w:r></w:ins></w:p>'
    )
    comment = f'<w:comment w:id="0" w:author="{NAME}" w:initials="QF"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>'
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{R}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(
            [("comments", "comments.xml"), ("customXml", "../customXml/item1.xml"), ("image", "media/image1.jpeg")], 1
        )
    )
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/docProps/core.xml" ContentType="application/xml"/>'
            '<Override PartName="/word/document.xml" ContentType="application/xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{R}/officeDocument" '
            f'Target="word/document.xml"/><Relationship Id="rId2" Type="{R}/core" Target="docProps/core.xml"/>'
            "</Relationships>",
            "docProps/core.xml": f"<p><creator>{NAME}</creator></p>",
            "docProps/app.xml": f"<p><Company>{NAME}</Company></p>",
            "docProps/thumbnail.jpeg": jpeg(),
            "customXml/item1.xml": f"<p>{NAME}</p>",
            "word/document.xml": f"<w:document {W}><w:body>{body}{change}</w:body></w:document>",
            "word/comments.xml": f"<w:comments {W}>{comment}</w:comments>",
            "word/people.xml": f"<p>{NAME}</p>",
            "word/settings.xml": f'<w:settings {W}><w:rsids><w:rsid w:val="00A1"/></w:rsids></w:settings>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELS}">{links}</Relationships>',
            "word/media/image1.jpeg": jpeg(),
            **more,
        }
    )


def xlsx(formula: str = "=SUM(A1:A2)") -> bytes:
    """A workbook with properties, a comment, a formula and a telephone number as text."""
    written = BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    book.set_properties({"author": NAME, "company": NAME})
    book.set_custom_property("Owner", NAME)
    sheet = book.add_worksheet("Rota")
    sheet.write_comment("A1", "Ask", {"author": NAME})
    sheet.write_number("A1", 1)
    sheet.write_string("B1", "Call 01632 960123")
    sheet.write_formula("A3", formula, value=1)
    book.close()
    return written.getvalue()


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
ODF = f'xmlns:office="{OFFICE}" xmlns:text="urn:text" xmlns:dc="urn:dc" xmlns:xlink="urn:xlink" xmlns:m="urn:m"'


def odt(body: str = "<text:p>A job advert</text:p>", **more: bytes | str) -> bytes:
    """An OpenDocument text with properties, a comment, a field with a name, and settings of a printer."""
    note = f"<office:annotation><dc:creator>{NAME}</dc:creator><dc:date>2015-07-01</dc:date></office:annotation>"
    field = f"<text:p>By <text:author-name>{NAME}</text:author-name></text:p>"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {ODF}>{body}{note}{field}</office:document-content>",
            "meta.xml": f"<p>{NAME}</p>",
            "settings.xml": f"<p>{NAME}</p>",
            "Thumbnails/thumbnail.png": png(),
            "META-INF/manifest.xml": f'<m:manifest {ODF}><m:file-entry m:full-path="/"/>'
            '<m:file-entry m:full-path="content.xml"/><m:file-entry m:full-path="meta.xml"/></m:manifest>',
            **more,
        }
    )


def pdf(*, script: str = "", attachment: bool = True) -> bytes:
    """A PDF with information, XMP, an attachment, a note with its author, and a camera's picture."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": NAME, "/Title": NAME})
    xmp = DecodedStreamObject()
    xmp.set_data(f"<x:xmpmeta>{NAME}</x:xmpmeta>".encode())
    writer._root_object[NameObject("/Metadata")] = writer._add_object(xmp)
    if attachment:
        writer.add_attachment("list.txt", NAME.encode())
    note = Note(rect=(10, 10, 30, 30), text="A thought")
    note[NameObject("/T")] = TextStringObject(NAME)
    writer.add_annotation(0, note)
    picture = DecodedStreamObject()
    picture.set_data(jpeg())
    picture.update({NameObject("/Subtype"): NameObject("/Image"), NameObject("/Filter"): NameObject("/DCTDecode")})
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/P"): writer._add_object(picture)})}
    )
    if script:
        runs = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject(script)}
        writer._root_object[NameObject("/OpenAction")] = DictionaryObject({NameObject(key): runs[key] for key in runs})
    written = BytesIO()
    writer.write(written)
    return written.getvalue()
