"""Reading back the files that were written."""

import csv
import io
from typing import Any

import pypdf
from python_calamine import CalamineWorkbook

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_lines(content: bytes) -> list[list[str]]:
    """The lines of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    """The cells of a workbook by sheet: text, numbers and dates."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def texts(content: bytes, ending: str) -> list[str]:
    """Every text of a CSV file or workbook, each by itself."""
    lines = csv_lines(content) if ending == "csv" else [line for sheet in sheets(content).values() for line in sheet]
    return [cell for line in lines for cell in line if isinstance(cell, str)]


def formula_starts(content: bytes, ending: str) -> list[str]:
    """The texts that a spreadsheet would run as a formula. A number that reads back as one is none."""
    return [
        cell for cell in texts(content, ending) if cell.lstrip(" ").startswith(FORMULA_STARTS) and not _number(cell)
    ]


def pdf_text(content: bytes) -> str:
    """What a PDF says, on all its pages."""
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages).split())


def tags(content: bytes) -> list[Any]:
    """The structure elements of a tagged PDF, in the order of reading."""
    return list(_walk(pypdf.PdfReader(io.BytesIO(content)).trailer["/Root"]["/StructTreeRoot"]["/K"]))


def _walk(part: Any) -> Any:
    part = part.get_object() if hasattr(part, "get_object") else part
    if isinstance(part, list):
        for each in part:
            yield from _walk(each)
    elif isinstance(part, dict):
        if "/S" in part:
            yield part
        if "/K" in part:
            yield from _walk(part["/K"])


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
