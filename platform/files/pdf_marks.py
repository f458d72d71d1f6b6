"""Marks that a PDF gets beside those of WeasyPrint: the scope of heads of tables, languages within a page."""

from collections.abc import Callable
from typing import Any


def marks(sections_in: str = "") -> Callable[[Any, Any], None]:
    """What WeasyPrint calls with the document and the PDF before it is written."""

    def mark(document: Any, pdf: Any) -> None:
        say_scope_of_heads(document, pdf)
        if sections_in:
            say_language_of_sections(pdf, sections_in)

    return mark


def say_language_of_sections(pdf: Any, language: str) -> None:
    """Say of each <section> in which language it is. WeasyPrint says it of the whole file alone."""
    import pydyf

    for part in pdf.objects:
        if isinstance(part, dict) and part.get("S") == "/Sect":
            part["Lang"] = pydyf.String(language)


def say_scope_of_heads(document: Any, pdf: Any) -> None:
    """Say of each head of a table whether it stands over a column or before a row.

    WeasyPrint links cells to their heads by ids; readers that don't follow these look for the scope. It gives a head
    the id `<table>-<row>-<column>`, with row 0 for the heads of columns, on each page anew.
    """
    for part in pdf.objects:
        if not isinstance(part, dict) or part.get("S") != "/TH" or "ID" not in part:
            continue
        row = part["ID"].string.split("-")[1]
        part["A"]["Scope"] = "/Column" if row == "0" else "/Row"
