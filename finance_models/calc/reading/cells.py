"""One cell: from its text to a value, by the kind and domain of its column.

Python's own numbers are not what a table means by a number: `1E5`, `1_000`, `٣` and `NaN` are refused.
"""

import datetime
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from finance_models.calc import money, tables, windows
from finance_models.calc.tables import Column

MOST_LETTERS = 200
NUMBER = re.compile(r"-?(?:[0-9]{1,18}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})")
DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
# What turns the direction of writing, or moves the line: it would show as something else than it is.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
MILLI = 1_000


class Unreadable(ValueError):
    """A cell that can't be read; the message is the fault's "why"."""


def read(column: Column, text: str) -> Any:
    """The value of a cell without spaces around it; None for an empty one that may be empty.

    Whole pence for pounds (half-up), whole thousandths for units, `a|b` for lists. Raises Unreadable.
    """
    if not text:
        if column.must_be_filled:
            raise Unreadable("is empty; fill it in")
        return None
    return _READERS[column.kind](column, text)


def _text(column: Column, text: str) -> str:
    if len(text) > MOST_LETTERS:
        raise Unreadable(f"is {len(text):,} letters long; shorten it to {MOST_LETTERS} or fewer")
    if CONTROL.search(text):
        raise Unreadable("has a line break or control character; write it on one line")
    return text


def _number(column: Column, text: str) -> Decimal:
    if not NUMBER.fullmatch(text):
        raise Unreadable(f"{short(text)} is not a number; write it with digits and a point, such as 12.5")
    number = Decimal(text)
    _, _, exponent = number.normalize().as_tuple()
    if int(exponent) < -column.places:
        raise Unreadable(f"{text} has more than {column.places} decimal places; round it")
    _in_domain(column, number, text)
    return number


def _in_domain(column: Column, number: Decimal, text: str) -> None:
    if number < column.least:
        raise Unreadable(f"{text} is below {column.least:,}; check the number")
    if number > column.most:
        raise Unreadable(f"{text} is above {column.most:,}; check the number")


def _whole(column: Column, text: str) -> int:
    # A column of whole numbers with gaps is saved as 3.0 by some programs.
    if not re.fullmatch(r"-?[0-9]{1,10}(?:\.0{1,10})?", text):
        raise Unreadable(f"{short(text)} is not a whole number; write it with digits only, such as 3")
    number = Decimal(text)
    _in_domain(column, number, text)
    return int(number)


def _units(column: Column, text: str) -> int:
    return int(_number(column, text) * MILLI)


def _pounds(column: Column, text: str) -> int:
    return money.half_up(Fraction(_number(column, text)) * money.PENCE_IN_A_POUND)


def _score(column: Column, text: str) -> float:
    return float(_number(column, text))


def _day(column: Column, text: str) -> datetime.date:
    found = DAY.fullmatch(text)
    try:
        if found:
            return datetime.date.fromisoformat(found[1])
    except ValueError:
        pass
    raise Unreadable(f"{short(text)} is not a date; write it as year-month-day, such as 2013-04-30")


def _flag(column: Column, text: str) -> bool:
    if text in {"0", "1", "0.0", "1.0"}:
        return text[0] == "1"
    raise Unreadable(f"{short(text)} is neither 0 nor 1; write 1 for yes and 0 for no")


def _choice(column: Column, text: str) -> str:
    if text not in column.choices:
        raise Unreadable(f"{short(text)} is not known; write one of {', '.join(column.choices)}")
    return text


def _choices(column: Column, text: str) -> str | None:
    parts = [_choice(column, part.strip()) for part in text.split("|") if part.strip()]
    return "|".join(choice for choice in column.choices if choice in parts) or None


def _list(column: Column, text: str) -> str | None:
    parts = [_text(column, part.strip()) for part in text.split("|") if part.strip()]
    return "|".join(dict.fromkeys(parts)) or None


def _year(column: Column, text: str) -> str:
    try:
        windows.start_of_year(text)
    except ValueError as error:
        raise Unreadable(str(error)) from error
    return text


def short(text: str) -> str:
    """A cell in quotation marks for a fault's line; a long one is cut."""
    return repr(text) if len(text) <= 60 else f"{text[:50]!r}…"


_READERS = {
    tables.TEXT: _text, tables.WHOLE: _whole, tables.DECIMAL: _number, tables.UNITS: _units, tables.POUNDS: _pounds,
    tables.SCORE: _score, tables.DAY: _day, tables.FLAG: _flag, tables.CHOICE: _choice, tables.CHOICES: _choices,
    tables.LIST: _list, tables.YEAR: _year,
}  # fmt: skip
