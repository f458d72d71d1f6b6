"""Reading one section of an assumptions file: each value by its kind, and every fault kept.

A fault is a finished line that begins with its place, such as `[capitation] truncation: why`.
"""

import datetime
from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

# Beyond these a number is a slip of the keyboard, or meant to keep the machine busy.
MOST_PLACES, MOST_DIGITS_BEFORE = 20, 13
MOST_EDGE = 1_000


class Section:
    """A section by its name, the values in it, and the faults that were found. Reading twice says a fault twice."""

    def __init__(self, name: str, values: Any, *, known: Collection[str]) -> None:
        self.title = f"[{name}]"
        self.faults: list[str] = []
        self.values: Mapping[str, Any] = values if isinstance(values, Mapping) else {}
        if not isinstance(values, Mapping):
            self.faults.append(f"{self.title}: a table is wanted here; begin it with a line {self.title}")
        for key in self.values:
            if key not in known:
                self.fault(key, f"this is not known; the keys are {', '.join(known)}")

    def fault(self, key: str, why: str) -> None:
        """Note a fault of one key."""
        self.faults.append(f"{self.title} {key}: {why}")

    def number(self, key: str, ask: str) -> Decimal | None:
        """A decimal number; `ask` says what to write, such as `write pounds, such as 30000`."""
        if key not in self.values:
            self.fault(key, f"this is missing; {ask}")
            return None
        return self.decimal(key, self.values[key], ask)

    def decimal(self, key: str, value: Any, ask: str) -> Decimal | None:
        """A value that is at hand as a decimal number."""
        if isinstance(value, Decimal | int) and not isinstance(value, bool):
            if is_sensible(Decimal(value)):
                return Decimal(value)
            self.fault(key, f"{_shown(value)} has too many digits to be right; {ask}")
        else:
            self.fault(key, f"{_shown(value)} is not a number; {ask}")
        return None

    def day(self, key: str) -> datetime.date | None:
        """A day, as a date of TOML's or as text."""
        ask = "write year-month-day, such as 2013-04-01"
        if key not in self.values:
            self.fault(key, f"this is missing; {ask}")
            return None
        value = self.values[key]
        try:
            if isinstance(value, str):
                return datetime.date.fromisoformat(value)
            if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
                return value
        except ValueError:
            pass
        self.fault(key, f"{_shown(value)} is not a date; {ask}")
        return None

    def edges(self, key: str, default: tuple[int, ...]) -> tuple[int, ...]:
        """A list of lower edges in whole numbers; the default where there is none."""
        value = self.values.get(key, list(default))
        if isinstance(value, list) and all(_is_edge(edge) for edge in value):
            return tuple(value)
        self.fault(key, f"{_shown(value)} is not a list of lower edges; write whole numbers, such as [0, 1, 2, 4]")
        return default

    def table(self, key: str) -> Mapping[str, Any]:
        """A table inside the section; empty where there is none."""
        value = self.values.get(key, {})
        if isinstance(value, Mapping):
            return value
        self.fault(key, f"{_shown(value)} is not a table; begin it with a line {self.title[:-1]}.{key}]")
        return {}


def is_sensible(number: Decimal) -> bool:
    """Whether a number is finite and has no more digits than money and rates need."""
    if not number.is_finite():
        return False
    return int(number.as_tuple().exponent) >= -MOST_PLACES and number.adjusted() <= MOST_DIGITS_BEFORE


def _is_edge(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_EDGE


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_shown(each) for each in value[:10])}]"
    text = str(value) if isinstance(value, Decimal | datetime.date) else repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"
