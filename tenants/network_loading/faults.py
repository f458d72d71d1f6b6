"""What is wrong with a network folder, in lines that say where it is, what it is and how to mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One fault: `file:line: column: why`. Line 1 is the header; 0 stands for the file as a whole."""

    file: str
    line: int
    column: str
    why: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.column}: {self.why}" if self.column else f"{place}: {self.why}"


class NetworkFaults(Exception):
    """The folder was refused and nothing was stored. `faults` has one finished line for each fault."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = [str(fault) for fault in sorted(faults)]
        count = len(self.faults)
        super().__init__(f"The network folder has {count} fault{'s' if count != 1 else ''}; nothing was stored.")
