"""What a reading found: how many records of each sort, the first of them by name, and every fault."""

from dataclasses import dataclass, field
from typing import Any

KEPT = 500  # of each sort, by name; the counts are whole
MOST_FAULTS = 1_000


@dataclass(frozen=True)
class Fault:
    """Where something is wrong, what, and how to mend it."""

    where: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.mend}"

    def as_dict(self) -> dict[str, str]:
        """For a report that is kept."""
        return {"where": self.where, "what": self.what, "mend": self.mend}


@dataclass
class Sort:
    """Records of one sort: all counted, some by name."""

    count: int = 0
    named: list[dict[str, str]] = field(default_factory=list)

    def add(self, kind: str, key: str, name: str) -> None:
        """Count one more."""
        self.count += 1
        if len(self.named) < KEPT:
            self.named.append({"kind": kind, "id": key, "name": name[:200]})


@dataclass
class Report:
    """A whole reading. `waits` are records that changed there and were edited here."""

    read: int = 0
    new: Sort = field(default_factory=Sort)
    changed: Sort = field(default_factory=Sort)
    same: int = 0
    waits: Sort = field(default_factory=Sort)
    gone: Sort = field(default_factory=Sort)
    faults: list[Fault] = field(default_factory=list)
    more_faults: int = 0

    @property
    def refused(self) -> int:
        """How many faults."""
        return len(self.faults) + self.more_faults

    def fault(self, where: str, what: str, mend: str) -> None:
        """Note a fault; of more than MOST_FAULTS only the number is kept."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(where, what, mend))
        else:
            self.more_faults += 1

    def counts(self) -> dict[str, int]:
        """How many of each sort."""
        return {
            "read": self.read,
            "new": self.new.count,
            "changed": self.changed.count,
            "same": self.same,
            "waits": self.waits.count,
            "gone": self.gone.count,
            "refused": self.refused,
        }

    def as_dict(self) -> dict[str, Any]:
        """What is kept of it, and shown."""
        sorts = {name: getattr(self, name).named for name in ("new", "changed", "waits", "gone")}
        return {**sorts, "faults": [fault.as_dict() for fault in self.faults]}
