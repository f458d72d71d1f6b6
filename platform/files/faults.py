"""What is wrong with a file that somebody gave, in lines that say where it is, what it is and how to mend it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One fault. In a CSV `file:line: column: why`, in a workbook `file: Sheet!B7: column: why`.

    Line 1 is the header; 0 stands for the file as a whole. `cell` is empty for CSV.
    """

    file: str
    line: int
    column: str
    why: str
    cell: str = ""

    @property
    def place(self) -> str:
        """`phase_plan.csv:7`, `team.xlsx: Team!B7`, or the file alone."""
        if self.cell:
            return f"{self.file}: {self.cell}"
        return f"{self.file}:{self.line}" if self.line else self.file

    def __str__(self) -> str:
        return f"{self.place}: {self.column}: {self.why}" if self.column else f"{self.place}: {self.why}"


class Refused(Exception):
    """A file was refused and nothing of it was stored. `faults` has one finished line for each fault."""

    def __init__(self, found: Sequence[Fault]) -> None:
        self.found = tuple(found)
        self.faults = [str(fault) for fault in sorted(found)]
        super().__init__(self.sentence(len(self.faults)))

    def sentence(self, count: int) -> str:
        """What happened, in one sentence."""
        return f"The file has {count} fault{'s' if count != 1 else ''}; nothing was stored."


def refused(file: str, why: str) -> Refused:
    """A refusal of a file as a whole."""
    return Refused([Fault(file, 0, "", why)])


class TooManyFaults(Exception):
    """The list is full: reading stops, since nobody mends a thousand faults one by one."""


class FaultList(list[Fault]):
    """Faults as they are found, up to a limit; the last line then says that there may be more."""

    def __init__(self, file: str, limit: int) -> None:
        super().__init__()
        self._file, self._limit = file, limit

    def append(self, fault: Fault) -> None:
        """Add one; raises TooManyFaults when the list is full."""
        if len(self) >= self._limit:
            raise TooManyFaults
        super().append(fault)
        if len(self) == self._limit:
            more = f"there may be more faults than these {self._limit:,}; mend these and try again"
            super().append(Fault(self._file, 2**31, "", more))
            raise TooManyFaults
