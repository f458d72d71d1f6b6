"""Which kind of file one is, found by what is in it and not by its name; and its cleaning."""

from typing import BinaryIO

from files import pictures, scanner
from files.errors import size_in_words
from files.faults import refused
from files.zips import size_of
from peer_network.sharing.cleaning import office, open_document, packages, pdfs
from peer_network.sharing.cleaning.results import LIMITS, Cleaned

HEAD_BYTES = 1024
PDF, ZIP, OLD_OFFICE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
WANTED = "Word (.docx), Excel (.xlsx), OpenDocument text (.odt), PDF, PNG or JPEG"
KINDS_IN_WORDS = {
    ".docx": "Word document",
    ".xlsx": "Excel workbook",
    ".odt": "OpenDocument text",
    ".pdf": "PDF",
    ".png": "PNG picture",
    ".jpg": "JPEG picture",
}


def clean(source: BinaryIO, name: str) -> Cleaned:
    """Scan a file where a scanner is there, find its kind, and clean it. Raises `files.faults.Refused`.

    `name` is for what is said of it; the kind is found by content alone.
    """
    size = size_of(source)
    if size == 0:
        raise refused(name, "is empty; save it again and choose it")
    if size > LIMITS.packed_bytes:
        raise refused(name, f"is larger than {size_in_words(LIMITS.packed_bytes)}; make its pictures smaller")
    scanner.scan(source, name)
    source.seek(0)
    head = source.read(HEAD_BYTES)
    source.seek(0)
    if head.startswith(PDF):
        return pdfs.cleaned(source, name)
    if head.startswith(PICTURES):
        content, ending = pictures.cleaned(source.read(), name)
        return Cleaned(content, ending, ("everything besides the picture: place, time, camera",), "")
    if head.startswith(ZIP):
        return _packed(source, name)
    if head.startswith(OLD_OFFICE):
        raise refused(name, "is of an old kind, or has a password; save it as .docx or .xlsx without one")
    raise refused(name, f"is of a kind that can’t be shared; save it as {WANTED}")


def _packed(source: BinaryIO, name: str) -> Cleaned:
    with packages.parts_of(source, name) as parts:
        kind = _kind_of(parts)
    source.seek(0)
    if kind == ".odt":
        return open_document.cleaned(source, name)
    if kind:
        return office.cleaned(source, kind, name)
    raise refused(name, f"is of a kind that can’t be shared; save it as {WANTED}")


def _kind_of(parts: dict[str, bytes]) -> str:
    if parts.get(open_document.TYPE, b"").strip() == open_document.ODT_TYPE and "content.xml" in parts:
        return ".odt"
    if office.CONTENT_TYPES in parts:
        return ".docx" if "word/document.xml" in parts else ".xlsx" if "xl/workbook.xml" in parts else ""
    return ""
