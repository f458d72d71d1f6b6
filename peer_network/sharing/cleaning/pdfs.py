"""PDF: information, XMP, attachments and notes' authors are taken out; one that runs something is refused."""

import logging
from io import BytesIO
from typing import Any, BinaryIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from files.faults import Refused, refused
from peer_network.sharing.cleaning.results import Cleaned, Removed, Text

MOST_PAGES = 200
MOST_OBJECTS = 100_000
DEEPEST = 60
RUNS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/Movie", "/Sound"}
RUNNING_KEYS = {"/JS", "/JavaScript", "/XFA", "/RichMediaContent", "/3DD"}
SAFE_LINK = ("http://", "https://", "mailto:")
# Key -> what is said of it.
GONE = {
    "/Metadata": "the properties: author, program, dates",
    "/PieceInfo": "data that a program put in",
    "/LastModified": "when it was changed",
    "/EmbeddedFiles": "files that were attached",
    "/AF": "files that were attached",
    "/EF": "files that were attached",
    "/Thumb": "small pictures of the pages",
    "/OpenAction": "what happens when it is opened",
    "/AA": "what happens when it is opened",
    "/Collection": "files that were attached",
    "/SpiderInfo": "where it was taken from",
}
# Of a note on a page: who wrote it, and when. A field of a form has its own name under /T, and keeps it.
OF_A_NOTE = {"/T", "/RC", "/M", "/NM"}
OF_A_FIELD = {"/M", "/NM"}
NOTES = "who made notes, and when"
APP0, APP14, SCAN, APPS = 0xE0, 0xEE, 0xDA, range(0xE0, 0xF0)
COMMENT = 0xFE

# What it says of a file that it mends is of no use to anybody, and quotes the file.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def cleaned(source: BinaryIO, file: str) -> Cleaned:
    """The file without what it says of its writer. Raises Refused."""
    removed = Removed()
    try:
        reader = PdfReader(source)
        if reader.is_encrypted:
            raise refused(file, "is protected with a password; take the password off")
        if len(reader.pages) > MOST_PAGES:
            raise refused(file, f"has more than {MOST_PAGES} pages; share the part that helps others")
        if reader.metadata:
            removed.add(GONE["/Metadata"])
        writer = PdfWriter(clone_from=reader)
        _walk(writer, file, removed)
        writer.metadata = None
        writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
        written = BytesIO()
        writer.write(written)
        text = _text(PdfReader(BytesIO(written.getvalue())))
    except Refused:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        raise refused(file, "is broken inside, or made in an unusual way; print it to PDF anew") from error
    return Cleaned(written.getvalue(), ".pdf", tuple(removed.said), text)


def _walk(writer: PdfWriter, file: str, removed: Removed) -> None:
    objects = [found for found in writer._objects if found is not None]
    if len(objects) > MOST_OBJECTS:
        raise refused(file, "is made of too many parts; print it to PDF anew")
    for found in objects:
        _clean(found, file, removed, 0)


def _clean(found: Any, file: str, removed: Removed, depth: int) -> None:
    """Look at one object and at what stands in it; what it points to is an object of its own."""
    if depth > DEEPEST:
        raise refused(file, "is made in an unusual way; print it to PDF anew")
    if isinstance(found, ArrayObject):
        for each in list(found):
            if _is_attachment(each):
                found.remove(each)
                removed.add(GONE["/EF"])
            elif not isinstance(each, IndirectObject):
                _clean(each, file, removed, depth + 1)
    elif isinstance(found, DictionaryObject):
        for key in list(found):
            each = found.raw_get(key)
            if not isinstance(each, IndirectObject):
                _clean(each, file, removed, depth + 1)
        _clean_keys(found, file, removed)
        if isinstance(found, StreamObject):
            _clean_picture(found, removed)


def _is_attachment(each: Any) -> bool:
    held = each.get_object() if isinstance(each, IndirectObject) else each
    return isinstance(held, DictionaryObject) and held.get("/Subtype") == "/FileAttachment"


def _clean_keys(found: DictionaryObject, file: str, removed: Removed) -> None:
    if RUNNING_KEYS & set(found) or found.get("/S") in RUNS:
        raise refused(file, "runs a program or opens other things by itself; print it to PDF anew")
    if found.get("/S") == "/URI" and not str(found.get("/URI", "")).casefold().startswith(SAFE_LINK):
        raise refused(file, "has a link to another file or place in it; take the link out")
    of_a_note: set[str] = set()
    if "/Rect" in found and "/Subtype" in found:
        of_a_note = OF_A_FIELD if found["/Subtype"] == "/Widget" else OF_A_NOTE
    for key in (set(GONE) | of_a_note) & set(found):
        removed.add(GONE.get(key, NOTES))
        del found[key]


def _clean_picture(found: StreamObject, removed: Removed) -> None:
    """A JPEG stands in a PDF as the camera wrote it, with place and time."""
    filters = found.get("/Filter")
    if filters == "/DCTDecode" or (isinstance(filters, ArrayObject) and list(filters) == ["/DCTDecode"]):
        clean = jpeg_without_notes(found._data)
        if clean != found._data:
            removed.add("what a camera wrote into a picture")
            found._data = clean


def jpeg_without_notes(content: bytes) -> bytes:
    """A JPEG without the segments that say more than its points (EXIF, XMP, comments); source: ITU-T T.81, annex B."""
    if not content.startswith(b"\xff\xd8"):
        return content
    kept, at = [content[:2]], 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != SCAN:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        is_note = (marker in APPS and marker not in (APP0, APP14)) or marker == COMMENT
        if not is_note:
            kept.append(content[at : at + 2 + length])
        at += 2 + length
    return b"".join([*kept, content[at:]])


def _text(reader: PdfReader) -> str:
    text = Text()
    for page in reader.pages:
        text.add(page.extract_text() + "\n")
    return text.whole()
