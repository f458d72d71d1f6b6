"""The history that the database keeps of rows (`tenants.history`), as steps with who took them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from audit.history import who_of

INSERTED, REMOVED = "insert", "delete"


@dataclass(frozen=True)
class Step:
    """One step: the row as it was left, the row before (None for a first), and who did it."""

    event: Any
    before: Any
    who: str

    @property
    def what(self) -> str:
        """`Added`, `Changed`, `Removed`."""
        return {INSERTED: "Added", REMOVED: "Removed"}.get(self.event.pgh_label, "Changed")

    def in_words(self, fields: dict[str, str]) -> str:
        """Every field of a new row; of a change, what was and what is. `fields` maps names to their words."""
        if self.what == "Removed":
            return ""
        if self.before is None:
            told = ((name, value_in_words(self.event, name)) for name in fields)
            return "; ".join(f"{fields[name]}: {value.rstrip('.')}" for name, value in told if value != EMPTY)
        changed = [name for name in fields if getattr(self.event, name) != getattr(self.before, name)]
        return "; ".join(
            f"{fields[name]}: {value_in_words(self.before, name)} → {value_in_words(self.event, name)}"
            for name in changed
        )


EMPTY = "Empty"


def steps(events: Iterable[Any]) -> list[Step]:
    """The newest first. `events` come in the order in which they were kept, with `pgh_context`. One query for names."""
    found = list(events)
    who = who_of(found)
    last: dict[int, Any] = {}
    made = []
    for event in found:
        made.append(Step(event, last.get(event.pgh_obj_id), who[event.pgh_id]))
        last[event.pgh_obj_id] = event
    return made[::-1]


def value_in_words(event: Any, name: str) -> str:
    """A field of a row as a person reads it: the words of a choice, `1 July 2015`, `Empty`."""
    display = getattr(event, f"get_{name}_display", None)
    value = display() if display else getattr(event, name)
    if hasattr(value, "strftime"):
        return f"{value.day} {value:%B %Y}"
    return str(value) if value not in (None, "") else EMPTY
