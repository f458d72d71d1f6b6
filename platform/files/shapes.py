"""What a table has to hold: its columns, how each is read, and what makes a row the only one."""

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Reader = Callable[[str], Any]


class Unreadable(ValueError):
    """A cell that can't be read; the message is the fault's "why"."""


@dataclass(frozen=True)
class Column:
    """A column: its name, how a non-empty cell is read, and whether an empty cell is a fault.

    `heading` is what stands in the file where that is not the name, and `also` other headings that are understood.
    `help`, `example` and `choices` (a list to pick from) are for people, in the template.
    """

    name: str
    read: Reader
    required: bool = True
    heading: str = ""
    also: tuple[str, ...] = ()
    help: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The heading of the column in a file."""
        return self.heading or self.name

    def is_headed(self, heading: str) -> bool:
        """Whether a file's heading means this column; small and capital letters are one."""
        return heading.casefold() in {self.name.casefold(), self.shown.casefold(), *self.also}


@dataclass(frozen=True)
class Shape:
    """A table: its file, its columns, the columns that identify a row, and for workbooks the sheet it stands on.

    `key` empty: any two rows are duplicates, so the table has one row. `key` None: rows may be alike. `version` goes
    up when columns change, so that a template from before is recognised.
    """

    file: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] | None
    sheet: str = ""
    version: int = 1
    about: str = ""

    @property
    def sheet_name(self) -> str:
        """The name of its sheet: at most 31 letters, as Excel allows."""
        return (self.sheet or self.file.rpartition(".")[0] or self.file)[:31]

    def column(self, heading: str) -> Column | None:
        """The column that a heading means."""
        return next((column for column in self.columns if column.is_headed(heading)), None)


def words(limit: int) -> Reader:
    """Text of at most `limit` letters."""

    def read(cell: str) -> str:
        if len(cell) > limit:
            raise Unreadable(f"is {len(cell)} letters long; shorten it to {limit} or fewer")
        return cell

    return read


def whole_number(cell: str) -> int:
    """A whole number of people, sites and the like: digits only, up to two thousand million."""
    if not re.fullmatch(r"[0-9]{1,10}", cell):
        raise Unreadable(f"{short(cell)} is not a whole number; write it with digits only, such as 1200")
    if int(cell) > 2_000_000_000:
        raise Unreadable(f"{cell} is too large to be right; check the number")
    return int(cell)


def date(cell: str) -> datetime.date:
    """A date written year-month-day."""
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cell):
            raise ValueError
        return datetime.date.fromisoformat(cell)
    except ValueError:
        raise Unreadable(f"{short(cell)} is not a date; write it as year-month-day, such as 2015-01-31") from None


def one_of(allowed: Sequence[str]) -> Reader:
    """One of the listed words."""

    def read(cell: str) -> str:
        if cell not in allowed:
            raise Unreadable(f"{short(cell)} is not known; write one of {', '.join(allowed)}")
        return cell

    return read


def short(cell: str) -> str:
    """A cell in quotation marks for a fault's line; a long one is cut."""
    return repr(cell) if len(cell) <= 80 else f"{cell[:60]!r}…"
