"""What a table's columns and plain cells are on a page, made in Python because a page may hold thousands of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from ui import formats

HIDDEN = Markup('<span aria-hidden="true">{}</span><span class="nhsuk-u-visually-hidden">{}</span>')
ON_ONE_LINE = Markup('<span class="ipc-nowrap">{}</span>')


@dataclass(frozen=True)
class Column:
    """A column by its head: words or markup, and whether numbers stand below it, to the right."""

    text: Any
    html: Any
    is_numeric: bool


def columns(head: Iterable[Any], first_is_heading: bool) -> list[Column]:
    """The columns of a table. Where the first cell heads its row it is a name, also if it is a number: to the left."""
    found = []
    for cell in head:
        named = cell if isinstance(cell, dict) else {"text": cell}
        is_numeric = bool(named.get("numeric")) and bool(found or not first_is_heading)
        found.append(Column(named.get("text", ""), named.get("html"), is_numeric))
    return found


def paired(shown: list[Column], row: Iterable[Any]) -> Iterator[tuple[Column, Any]]:
    """Each cell with its column."""
    return zip(shown, row, strict=False)


def plain(cell: Any) -> Markup:
    """A cell that is text, a number, a date or a published figure. A hidden one is read out in words."""
    if isinstance(cell, (str, int, float)):
        return escape(formats.number(cell))
    if getattr(cell, "is_hidden", False) and getattr(cell, "words", ""):
        return HIDDEN.format(cell, cell.words)
    if hasattr(cell, "isoformat"):
        return ON_ONE_LINE.format(formats.date(cell))
    return escape(formats.number(cell))
