"""A workbook's cell as text, the same that the table saved as CSV would say.

Text stays as it was typed: `007` and `1E5` in a cell formatted as text are that. A number says as much as the cell
holds: 1.0 becomes `1`, 0.10 becomes `0.1`, 100000 typed as 1E5 into a number cell becomes `100000`.
"""

import datetime
from typing import Any

from files.shapes import Unreadable

# Excel keeps 15 digits of a number and turns the rest into noughts; telephone and account numbers suffer.
DIGITS_KEPT = 10**15


def text(value: Any) -> str:
    """The cell's text; raises Unreadable for what has no sure text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time()
        return value.date().isoformat() if is_day else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        raise Unreadable("is a length of time; write it as text, such as 1.5 hours")
    raise Unreadable("can't be read; write it as text")


def _number(value: int | float) -> str:
    if abs(value) >= DIGITS_KEPT:
        raise Unreadable("is a number of more than 15 digits, whose end Excel loses; format the cell as text")
    if value == int(value):
        return str(int(value))
    return format(value, ".15g") if abs(value) >= 1e-4 else format(value, ".20f").rstrip("0")
