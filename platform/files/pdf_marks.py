"""Marks that a PDF's tables get beside those of WeasyPrint."""

from typing import Any


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
