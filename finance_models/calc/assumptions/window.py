"""The `[window]` part: the base year."""

from collections.abc import Mapping
from typing import Any

from finance_models.calc.assumptions.sections import Section
from finance_models.calc.windows import Window

NAME = "window"
KEYS = ("start", "end")


def read(document: Mapping[str, Any]) -> tuple[Window | None, list[str]]:
    """The window in an assumptions document, or none, and every fault."""
    if NAME not in document:
        return None, [f"[{NAME}] is missing; add it with start and end (the day after the last)"]
    section = Section(NAME, document[NAME], known=KEYS)
    start, end = section.day("start"), section.day("end")
    if section.faults or start is None or end is None:
        return None, section.faults
    window = Window(start, end)
    faults = [f"[{NAME}] end: {why}" for why in window.validate()]
    return (None, faults) if faults else (window, [])
