"""One cell of a file that leaves the site."""

import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from files.formulas import guarded
from files.tables import is_number, plain

# Excel keeps 15 digits of a number and no more.
LARGEST_NUMBER = 10**15


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
