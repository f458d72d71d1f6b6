"""The upload guard: what every file from outside passes before anything reads it.

`check` looks at size, ending and first bytes, and asks the virus scanners. What opens a file (`files.zips`,
`files.workbooks`, `files.texts`) looks further: sizes of what is packed, names, macros, entities, encodings.
"""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, BinaryIO

from files import scanner, sounds
from files.errors import size_in_words
from files.faults import refused
from files.limits import Limits
from files.zips import size_of

ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
HEAD_BYTES = 1024
STREAMED = {".csv", ".parquet"}
PACKED = {".zip", ".xlsx", ".docx", ".pptx", ".odt", ".ods"}
# Beginnings of files that are no table, whatever their name says.
FOREIGN = (
    (b"%PDF", "a PDF"), (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"),
    (b"BM", "a picture"), (b"RIFF", "a picture or film"), (b"{\\rtf", "a text document"), (b"MZ", "a program"),
    (b"\x7fELF", "a program"), (b"#!", "a program"), (b"\x1f\x8b", "a packed file"), (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"), (b"BZh", "a packed file"), (b"\xfd7zXZ", "a packed file"), (b"PK", "a .zip file"),
    (OLD_OFFICE, "an old or protected Office file"), (b"PAR1", "a Parquet file"), (b"SQLite", "a database"),
    (b"<!doctype", "a web page"), (b"<html", "a web page"), (b"<script", "a web page"), (b"<svg", "a picture"),
    (b"<?xml", "an XML file"), (b"<?php", "a program"), (b"<!entity", "an XML file"),
)  # fmt: skip
# Endings that people choose by mistake, and what to do instead.
INSTEAD = {
    ".xls": "save it as Excel Workbook (.xlsx)", ".xlsm": "save it without macros, as Excel Workbook (.xlsx)",
    ".xltm": "save it without macros, as Excel Workbook (.xlsx)", ".xlsb": "save it as Excel Workbook (.xlsx)",
    ".xltx": "save it as Excel Workbook (.xlsx)", ".ods": "save it as Excel Workbook (.xlsx) or CSV",
    ".numbers": "export it as Excel (.xlsx) or CSV", ".txt": "save it as CSV UTF-8", ".tsv": "save it as CSV UTF-8",
    ".pdf": "send the table itself, as .xlsx or .csv",
}  # fmt: skip


def check(upload: Any, *, endings: Sequence[str], limits: Limits, name: str = "", streamed_bytes: int = 0) -> str:
    """Refuse by size, ending, first bytes and scanners, in this order; returns the ending, such as `.csv`.

    Kinds of file that are read piece by piece (STREAMED) may have `streamed_bytes` where that is more; only give it
    where the reader holds no more than a few pieces.

    `upload` is a Django upload or any binary file that can be sought; it stands at its start afterwards. Raises
    `files.faults.Refused`, and `files.scanner.ScannerAway` (a Refused too) where the file can't be scanned.
    """
    source = binary(upload)
    name = name or name_of(upload)
    size = size_of(source)
    if size == 0:
        raise refused(name, "is empty; save it again and choose it")
    ending = PurePath(name).suffix.lower()
    most = max(limits.packed_bytes, streamed_bytes if ending in STREAMED else 0)
    if size > most:
        raise refused(name, f"is larger than {size_in_words(most)}; check what is in it")
    if ending not in endings:
        wanted = " or ".join(endings)
        raise refused(name, f"is not a {wanted} file; {INSTEAD.get(ending, f'choose one whose name ends in {wanted}')}")
    _compare(ending, source.read(HEAD_BYTES), name)
    source.seek(0)
    scanner.scan(source, name)
    source.seek(0)
    return ending


def _compare(ending: str, head: bytes, name: str) -> None:
    """The name says one thing, the first bytes another."""
    if ending == ".pdf":
        if not head.startswith(b"%PDF"):
            raise refused(name, "is not a .pdf file inside; save it again as .pdf")
        return
    if ending == ".parquet":
        if not head.startswith(b"PAR1"):
            raise refused(name, "is not a .parquet file inside; save it again as .parquet")
        return
    if ending in sounds.CONTENT_TYPES:
        sounds.compare(ending, head, name)
        return
    if ending in PACKED:
        if head.startswith(OLD_OFFICE):
            raise refused(name, "is protected with a password, or of an old kind; save it as .xlsx without a password")
        if not head.startswith(ZIP):
            raise refused(name, f"is not a {ending} file inside; save it again as {ending}")
        return
    look_for_foreign(head, name)


def look_for_foreign(head: bytes, name: str) -> None:
    """Raises Refused where the first bytes are those of something that is no plain text."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for signature, what in FOREIGN:
        if start.startswith(signature.lower()) and not (signature in {b"BM", b"MZ", b"PK"} and _is_text(head)):
            raise refused(name, f"is {what} inside, and no CSV; choose the table itself")


def _is_text(head: bytes) -> bool:
    """`MZ` and `BM` may begin a plain word; in a program or a picture control characters follow."""
    return not any(byte < 9 or 13 < byte < 32 for byte in head)


def binary(upload: Any) -> BinaryIO:
    """The file inside a Django upload, or the file itself, at its start."""
    source = getattr(upload, "file", upload)
    source.seek(0)
    return source


def name_of(upload: Any) -> str:
    """The sender's name for the file without its folders, short, for words only: we never store under it."""
    name = str(getattr(upload, "name", "") or "file").replace("\\", "/")
    letters = "".join(letter for letter in PurePath(name).name if letter.isprintable())
    return letters if len(letters) <= 80 else f"{letters[:60]}…{letters[-12:]}"
