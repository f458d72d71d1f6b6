"""What goes into one file: its tables, its title, and when and where it was made."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from files.tables import SAMPLE_WORDS, Table
from ui import branding, formats


@dataclass(frozen=True)
class Document:
    """One or several tables with a title. `charts` are drawn above the tables, in a PDF alone.

    `prose` are parts of plain words with their headings; they stand first in a PDF alone, so that other kinds of file
    need them as a table.
    """

    name: str
    title: str
    tables: tuple[Table, ...]
    network: str
    made: datetime.datetime
    charts: tuple[Any, ...] = ()
    prose: tuple[tuple[str, str], ...] = ()

    @property
    def cells(self) -> int:
        """How much there is to write."""
        return sum(len(table.rows) * len(table.head) for table in self.tables)

    @property
    def made_words(self) -> str:
        """`24 November 2026 at 1:05am`, of the real clock."""
        return formats.date_and_time(self.made)

    def about(self) -> list[tuple[str, str]]:
        """(name, words) of the file as a whole."""
        found = [("Title", self.title), ("Network", self.network), ("Made", self.made_words)]
        if any(table.sample for table in self.tables):
            found.append(("Sample", SAMPLE_WORDS))
        return found


def document(
    tables: Table | Iterable[Table],
    *,
    name: str,
    title: str = "",
    charts: Iterable[Any] = (),
    prose: Iterable[tuple[str, str]] = (),
) -> Document:
    """A document made now. `name` is the file's name without its ending; the title of a single table is its caption."""
    found = (tables,) if isinstance(tables, Table) else tuple(tables)
    if not found:
        raise ValueError("A file holds at least one table.")
    return Document(
        name=slugify(name) or "table",
        title=title or found[0].caption,
        tables=found,
        network=branding.network().name,
        made=timezone.now(),
        charts=tuple(charts),
        prose=tuple(prose),
    )
