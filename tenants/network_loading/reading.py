"""Reading the CSV files of a network folder: text first, then cell by cell, every fault with its place."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tenants.network_loading.faults import Fault
from tenants.network_loading.shapes import SHAPES, Column, Shape, Unreadable

MAX_FILE_BYTES = 5 * 1024 * 1024  # a network has some hundred rows; this is a hundred times as much
MAX_ROWS = 20_000


@dataclass(frozen=True)
class Row:
    """A row that was read: its line in the file (the header is line 1) and its values by column."""

    file: str
    line: int
    values: dict[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.values[column]


@dataclass
class Folder:
    """All that was read: rows by file name, the faults, and warnings that don't stop a load."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def of(self, file: str) -> list[Row]:
        """The rows of a file, none where the folder does not have it."""
        return self.rows.get(file, [])


def read_folder(path: Path) -> Folder:
    """Read every CSV file of the folder; a folder without `areas.csv` or with an unknown CSV file has a fault."""
    folder = Folder()
    if not path.is_dir():
        folder.faults.append(Fault(str(path), 0, "", "there is no such folder"))
        return folder
    files = sorted(item for item in path.iterdir() if item.suffix.lower() == ".csv")
    if "areas.csv" not in {item.name for item in files}:
        folder.faults.append(
            Fault("areas.csv", 0, "", "is missing; a network folder needs it, the others are optional")
        )
    for item in files:
        shape = SHAPES.get(item.name)
        if shape is None:
            known = ", ".join(SHAPES)
            folder.faults.append(Fault(item.name, 0, "", f"is not a file of a network folder; the known are {known}"))
        elif (content := _text_of(item, folder)) is not None:
            folder.rows[item.name] = list(_rows(shape, content, folder.faults))
            _find_duplicates(shape, folder)
    return folder


def _text_of(path: Path, folder: Folder) -> str | None:
    """The file as text, or None with a fault. UTF-8 with or without a mark; Windows-1252 with a warning."""
    size = path.stat().st_size
    if size > MAX_FILE_BYTES:
        folder.faults.append(Fault(path.name, 0, "", f"is {size:,} bytes; at most {MAX_FILE_BYTES:,} are read"))
        return None
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data:
        why = "is not plain CSV (UTF-16, or has NUL characters); save it as CSV UTF-8"
        folder.faults.append(Fault(path.name, 0, "", why))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        folder.faults.append(Fault(path.name, 0, "", "has letters that can't be read; save it as CSV UTF-8"))
        return None
    folder.warnings.append(f"{path.name}: was read as Windows-1252; save it as CSV UTF-8 to be sure of accents")
    return text


def _rows(shape: Shape, content: str, faults: list[Fault]) -> Iterator[Row]:
    """The rows that can be read; a fault for each that can't."""
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    columns = {column.name: column for column in shape.columns}
    try:
        header = [cell.strip() for cell in next(reader, [])]
        if not _header_is_right(shape, header, faults):
            return
        start = reader.line_num + 1
        for count, cells in enumerate(reader):
            line, start = start, reader.line_num + 1
            if count >= MAX_ROWS:
                faults.append(Fault(shape.file, line, "", f"there are more than {MAX_ROWS:,} rows; split the network"))
                return
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                why = f"has {len(cells)} cells where the header has {len(header)}; check commas and quotation marks"
                faults.append(Fault(shape.file, line, "", why))
                continue
            row = _read_cells(shape.file, line, dict(zip(header, cells, strict=True)), columns, faults)
            if row:
                yield row
    except csv.Error as error:
        faults.append(Fault(shape.file, reader.line_num, "", f"can't be read as CSV ({error}); check quotation marks"))


def _header_is_right(shape: Shape, header: list[str], faults: list[Fault]) -> bool:
    wanted = [column.name for column in shape.columns]
    problems = [(name, "this column is missing; add it to the header") for name in wanted if name not in header]
    problems += [
        (name or "(no name)", f"this column is not known; the columns are {', '.join(wanted)}")
        for name in header
        if name not in wanted
    ]
    problems += [(name, "this column stands twice; keep one") for name in sorted(set(header)) if header.count(name) > 1]
    faults.extend(Fault(shape.file, 1, name, why) for name, why in problems)
    return not problems


def _read_cells(
    file: str, line: int, cells: dict[str, str], columns: dict[str, Column], faults: list[Fault]
) -> Row | None:
    values: dict[str, Any] = {}
    for name, cell in cells.items():
        column, cell = columns[name], cell.strip()
        if not cell:
            values[name] = None
            if column.required:
                faults.append(Fault(file, line, name, "is empty; fill it in"))
            continue
        if any(ord(letter) < 32 for letter in cell):
            faults.append(Fault(file, line, name, "has a line break or control character; write it on one line"))
            continue
        try:
            values[name] = column.read(cell)
        except Unreadable as error:
            faults.append(Fault(file, line, name, str(error)))
    return Row(file, line, values) if len(values) == len(cells) else None


def _find_duplicates(shape: Shape, folder: Folder) -> None:
    """A fault for each row whose key stands on an earlier line; a file without a key has one row."""
    first_line: dict[tuple[Any, ...], int] = {}
    for row in folder.rows[shape.file]:
        key = tuple(_folded(row[name]) for name in shape.key)
        if key in first_line:
            why = f"is the same as line {first_line[key]}; keep one of them"
            folder.faults.append(Fault(shape.file, row.line, " + ".join(shape.key), why))
        else:
            first_line[key] = row.line


def _folded(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value
