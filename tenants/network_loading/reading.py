"""Reading a network folder: its CSV files, or a workbook with a sheet for each."""

from dataclasses import dataclass, field
from pathlib import Path

from files import reading
from files.limits import MEGABYTE, Limits
from files.reading import Row, Table
from tenants.network_loading.faults import Fault
from tenants.network_loading.shapes import SHAPES

__all__ = ["Folder", "Row", "read_folder", "read_workbook"]

# A network has some hundred rows; this is a hundred times as much.
LIMITS = Limits(
    packed_bytes=10 * MEGABYTE, unpacked_bytes=50 * MEGABYTE, parts=200, rows=20_000, columns=50, cells=1_000_000,
    text_letters=10_000_000,
)  # fmt: skip
FILE_LIMITS = Limits(packed_bytes=5 * MEGABYTE, rows=LIMITS.rows, columns=LIMITS.columns)
NEEDED = "areas.csv"


@dataclass
class Folder:
    """All that was read: rows by file name, the faults, and warnings that don't stop a load."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)  # files with a fault: rows of them are missing

    def of(self, file: str) -> list[Row]:
        """The rows of a file, none where the folder does not have it."""
        return self.rows.get(file, [])

    def take(self, file: str, table: Table) -> None:
        """Add what was read of one file."""
        self.faults += table.faults
        self.warnings += table.warnings
        if table.faults:
            self.broken.add(file)
        if file in SHAPES:
            self.rows[file] = table.rows


def read_folder(path: Path) -> Folder:
    """Read every CSV file of the folder; a folder without `areas.csv` or with an unknown CSV file has a fault."""
    folder = Folder()
    if not path.is_dir():
        folder.faults.append(Fault(str(path), 0, "", "there is no such folder"))
        return folder
    files = sorted(item for item in path.iterdir() if item.suffix.lower() == ".csv")
    if NEEDED not in {item.name for item in files}:
        _areas_are_missing(folder, NEEDED)
    for item in files:
        shape = SHAPES.get(item.name)
        if shape is None:
            known = ", ".join(SHAPES)
            folder.faults.append(Fault(item.name, 0, "", f"is not a file of a network folder; the known are {known}"))
        else:
            folder.take(item.name, reading.read_table(item, shape, limits=FILE_LIMITS, name=item.name))
    return folder


def read_workbook(path: Path, name: str) -> Folder:
    """Read a workbook with a sheet for each file (`areas`, `phase_plan`, …), as the template has them."""
    folder = Folder()
    for file, table in reading.read_book(path, list(SHAPES.values()), limits=LIMITS, name=name).items():
        folder.take(file, table)
    if NEEDED not in folder.rows and not folder.faults:
        _areas_are_missing(folder, f"{name}: areas")
    return folder


def _areas_are_missing(folder: Folder, what: str) -> None:
    folder.broken.add(NEEDED)
    folder.faults.append(Fault(what, 0, "", "is missing; a network folder needs it, the others are optional"))
