"""A table that a page shows and a download repeats: the same rows, once."""

import datetime
from dataclasses import dataclass
from typing import Any

# The South West's application, from which the starting figures come.
APPLICATION_SENT = datetime.date(2014, 11, 7)


@dataclass(frozen=True)
class Table:
    """`head` has text or `numeric(...)`; `rows` text and numbers; `as_at` and `source` stand under it."""

    key: str
    caption: str
    head: tuple[Any, ...]
    rows: tuple[list[Any], ...]
    as_at: datetime.date | None = None
    source: str = ""
    note: str = ""

    def for_csv(self) -> tuple[list[Any], list[list[Any]]]:
        """Head and rows for a file, followed by its date, source and note, which must travel with the figures."""
        about = [["As at", self.as_at.isoformat() if self.as_at else ""], ["Source", self.source]]
        if self.note:
            about.append(["Note", self.note])
        return list(self.head), [*self.rows, [], *about]


def numeric(text: str) -> dict[str, Any]:
    """A column's head over numbers, which stand to the right."""
    return {"text": text, "numeric": True}
