"""One cell of a file that leaves the site."""

import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from files.tables import is_number, plain

# A spreadsheet runs a cell that starts with one of these as a formula, whoever wrote it; in Japanese and Chinese
# also with the wide forms.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Excel keeps 15 digits of a number and no more.
LARGEST_NUMBER = 10**15


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(FORMULA_STARTS) else text


def value_of(cell: Any) -> Any:
    """What a file holds of a cell: a number, a day, a moment in London without its zone, or guarded text.

    Figures of `disclosure` give what they show. Numbers that are infinite, not a number or too long for a
    spreadsheet become text.
    """
    cell = plain(cell)
    if hasattr(cell, "for_csv"):
        cell = cell.for_csv()
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if is_number(cell):
        return cell if _fits(cell) else guarded(str(cell))
    if isinstance(cell, datetime.datetime):
        return timezone.localtime(cell).replace(tzinfo=None) if timezone.is_aware(cell) else cell
    if isinstance(cell, datetime.date):
        return cell
    return guarded(str(cell))


def _fits(number: int | float | Decimal) -> bool:
    return abs(number) < LARGEST_NUMBER  # also false for "not a number" and infinity
