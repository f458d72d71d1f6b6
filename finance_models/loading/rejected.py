"""The list of rejected rows: table, file, row, column and reason, one line for each cell that rejected its row."""

import csv
from collections.abc import Iterable
from pathlib import Path, PurePath

from files.faults import Fault
from files.writing_cells import guarded

HEAD = ("table", "file", "row", "column", "reason")


def write(path: Path, faults: Iterable[tuple[str, Fault]], *, before: Path | None = None, unlisted: int = 0) -> None:
    """Write the list; the lines of an earlier version's list (`before`) come first."""
    with path.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        if before is not None and before.exists():
            writer.writerows(lines(before))
        for table, fault in faults:
            row = [table, PurePath(fault.file).name, fault.line, fault.column, fault.why]
            writer.writerow([guarded(str(cell)) for cell in row])
        if unlisted:
            writer.writerow(["", "", "", "", f"{unlisted:,} more faults are not listed"])
    path.chmod(0o600)


def lines(path: Path) -> list[list[str]]:
    """The lines of a list, without its head."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]
