"""The files that somebody gives for a load, as they are called and where they lie."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from finance_models.loading import folders
from finance_models.models.governance import PERSON_TABLES

TABLES = tuple(key for key, _ in PERSON_TABLES)
NEEDED = ("people", "activity")
# A month that is added brings more rows of these; other tables are given whole, or stay as they were.
APPENDED = ("activity", "outcomes")
ENDINGS = (".csv", ".xlsx", ".parquet")


@dataclass(frozen=True)
class Given:
    """One file: the table that it holds, where it lies, and what the sender calls it."""

    table: str
    path: Path
    name: str


def tables_of(given: Sequence[Given]) -> list[str]:
    """Which tables are given, in the order of TABLES."""
    return [table for table in TABLES if any(each.table == table for each in given)]


def put_in_place(given: Sequence[Given], table: str, folder: Path) -> list[Path]:
    """The files of a table under the sender's names, so that faults name them so; links in the version's folder."""
    placed = []
    for number, each in enumerate(file for file in given if file.table == table):
        place = folder / folders.GIVEN / table / str(number)
        place.mkdir(parents=True, mode=0o700)
        target = place / (PurePath(each.name).name or "file")
        target.symlink_to(each.path.resolve())
        placed.append(target)
    return placed


def clear(folder: Path) -> None:
    """Take the given files away again."""
    shutil.rmtree(folder / folders.GIVEN, ignore_errors=True)
