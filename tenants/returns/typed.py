"""From what was typed into a return's cells to whole numbers, and back. Nothing is coerced: `12 a` is a fault."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tenants.returns.faults import Fault
from tenants.returns.shape import CELLS, PENCE, Cell
from ui import formats

# More than live in the country; more than its whole health budget. Above them a key was pressed too long.
MOST_PEOPLE = 100_000_000
MOST_PENCE = 100_000_000_000_00
_PLAIN = r"[0-9]{1,20}|[0-9]{1,3}(?:,[0-9]{3})+"
WHOLE = re.compile(rf"(?:{_PLAIN})")
MONEY = re.compile(rf"£? ?({_PLAIN})(?:\.([0-9]{{1,2}}))?")
SHOWN_LETTERS = 40


@dataclass(frozen=True)
class Read:
    """`figures` has every cell of a return: None where nothing, or nothing readable, stands."""

    figures: dict[str, int | None]
    faults: tuple[Fault, ...]


class Unreadable(ValueError):
    """What stands in a cell is no number that fits it; the message is a finished sentence."""


def read(typed: Mapping[str, str]) -> Read:
    """Every cell's number. An empty cell is no fault here: that it is missing is for the check to say."""
    figures: dict[str, int | None] = {}
    faults = []
    for key, cell in CELLS.items():
        try:
            figures[key] = number_in(typed.get(key, ""), cell)
        except Unreadable as error:
            figures[key] = None
            faults.append(Fault(key, f"“{cell.words}”: {error}"))
    return Read(figures, tuple(faults))


def number_in(text: str, cell: Cell) -> int | None:
    """The number of a cell, in people or pence; None where it is empty. Raises Unreadable."""
    text = text.strip()
    if not text:
        return None
    number = _pence(text) if cell.table.unit == PENCE else _people(text)
    most = MOST_PENCE if cell.table.unit == PENCE else MOST_PEOPLE
    if number > most:
        raise Unreadable(f"{_quoted(text)} is too large to be right. Check the number.")
    return number


def as_typed(figures: Mapping[str, int]) -> dict[str, str]:
    """Figures as somebody would have typed them: `12`, `1200.50`."""
    return {key: _text(number, CELLS[key]) for key, number in figures.items() if key in CELLS}


def shown(key: str, number: int | None) -> str:
    """A figure for reading: `1,200`, `£1,200.50`, or nothing."""
    if number is None:
        return ""
    return formats.pounds(number) if CELLS[key].table.unit == PENCE else f"{number:,}"


def _text(number: int, cell: Cell) -> str:
    return f"{number // 100}.{number % 100:02d}" if cell.table.unit == PENCE else str(number)


def _people(text: str) -> int:
    if WHOLE.fullmatch(text):
        return int(text.replace(",", ""))
    _refuse_minus(text)
    if re.fullmatch(r"[0-9,]*\.[0-9]+", text):
        raise Unreadable(f"{_quoted(text)} is not a whole number. Count people, such as 12.")
    raise Unreadable(f"{_quoted(text)} is not a number. Write digits only, such as 12, or 0 if there is none.")


def _pence(text: str) -> int:
    found = MONEY.fullmatch(text)
    if found:
        return int(found[1].replace(",", "")) * 100 + int((found[2] or "0").ljust(2, "0"))
    _refuse_minus(text)
    raise Unreadable(
        f"{_quoted(text)} is not an amount. Write pounds and pence, such as 1200.50, or 0 if there is none."
    )


def _refuse_minus(text: str) -> None:
    if re.fullmatch(r"£? ?[-−–][£ ]*[0-9,.]+", text):
        raise Unreadable(f"{_quoted(text)} is less than 0. Write the number without a minus.")


def _quoted(text: str) -> str:
    clean = "".join(letter if letter.isprintable() else " " for letter in text)
    return f"“{clean}”" if len(clean) <= SHOWN_LETTERS else f"“{clean[:SHOWN_LETTERS]}…”"
