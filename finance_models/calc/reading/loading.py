"""Loading one table of a linked data set: from its files to typed Parquet, every row accepted or rejected.

Blocks are parsed, converted and written side by side, so that memory holds a few of them, however long the file is.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from files.faults import Fault, Refused
from finance_models.calc.reading import header, opening, twins
from finance_models.calc.reading.blocks import NotSimple, Parse, Source
from finance_models.calc.reading.identity import Watch
from finance_models.calc.reading.rows import Part, no_rows, write, write_part
from finance_models.calc.tables import Schema

MOST_REJECTED = 0.05
LISTED_FAULTS = 10_000  # of a file; the rest is counted
WAITING_BLOCKS = 1  # parsed ahead, beside those that the threads are at
Progress = Callable[[int], None]


@dataclass
class FileLoad:
    """What became of one file. `faults` are those of rows, in order; `unlisted` counts those beyond the list."""

    name: str
    rows: int = 0
    rejected: int = 0
    faults: list[Fault] = field(default_factory=list)
    unlisted: int = 0

    def add(self, part: Part) -> None:
        """Count a part, and keep its faults while there is room."""
        self.rows += part.rows
        self.add_faults(part.faults, part.rejected, part.fault_count)

    def add_faults(self, faults: Sequence[Fault], rejected: int, count: int) -> None:
        """Count rejected rows; of their `count` faults, those at hand are kept while there is room."""
        self.rejected += rejected
        kept = faults[: max(0, LISTED_FAULTS - len(self.faults))]
        self.faults = sorted([*self.faults, *kept], key=lambda fault: fault.line)
        self.unlisted += count - len(kept)

    def fault_lines(self) -> Iterator[str]:
        """`FILE:LINE: column: why` for each cell that rejected its row, and how many are not listed."""
        yield from map(str, self.faults)
        if self.unlisted:
            yield f"{self.name}: {self.unlisted:,} more faults of rows are not listed"

    def refusals(self) -> list[Fault]:
        """A fault of the file where too many of its rows were rejected."""
        if self.rejected <= MOST_REJECTED * self.rows:
            return []
        why = (
            f"{self.rejected:,} of {self.rows:,} rows were rejected, over 5%, so nothing of it is taken; mend it first"
        )
        return [Fault(self.name, 0, "", why)]


@dataclass
class Load:
    """What became of a table: its folder of Parquet files, and each file's counts. Accepted and rejected add up."""

    schema: Schema
    folder: Path
    files: list[FileLoad]
    warnings: list[str]
    headings: Mapping[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """Rows in the files."""
        return sum(file.rows for file in self.files)

    @property
    def rejected(self) -> int:
        """Rows that were not taken."""
        return sum(file.rejected for file in self.files)

    @property
    def accepted(self) -> int:
        """Rows that were taken."""
        return self.rows - self.rejected

    def fault_lines(self) -> Iterator[str]:
        """`FILE:LINE: column: why` for each cell that rejected its row."""
        for file in self.files:
            yield from file.fault_lines()


def load(
    schema: Schema,
    paths: Sequence[str | Path],
    folder: Path,
    *,
    partitions: int = 1,
    threads: int = 0,
    headings: Mapping[str, str] | None = None,
    progress: Progress = lambda rows: None,
) -> Load:
    """Read the files of one table into `folder` as Parquet, partitioned by person where `partitions` is above 1.

    `headings` says what others' headings mean, whatever kind the files are: theirs to ours. Raises
    `files.faults.Refused` with the faults of all files where one is refused as a whole: unreadable, columns missing or
    unknown, people identified, or over 5% of its rows rejected. Then the folder is of no use.
    """
    folder.mkdir(parents=True, exist_ok=True)
    loaded = Load(schema, folder, [], [], headings or {})
    refused: list[Fault] = []
    for number, path in enumerate(paths):
        stem = f"{number:03d}"
        try:
            file = _load_file(loaded, Path(path), stem, partitions, threads, progress)
        except Refused as refusal:
            refused += refusal.found
            continue
        loaded.files.append(file)
        refused += file.refusals()
    if refused:
        # Who has to mend one file may as well mend the rows of the others.
        raise Refused([*refused, *(fault for file in loaded.files for fault in file.faults)])
    if not any(folder.rglob("*.parquet")):
        write(no_rows(schema), folder / "none.parquet")
    return loaded


def _load_file(loaded: Load, path: Path, stem: str, partitions: int, threads: int, progress: Progress) -> FileLoad:
    schema = loaded.schema
    source = opening.open_source(path, schema.name)
    names = header.match(schema, source.headings, source.name, loaded.headings)
    loaded.warnings += source.warnings
    try:
        return _read(loaded, source, source.blocks(names), stem, partitions, threads, progress)
    except NotSimple:
        for left in loaded.folder.rglob(f"{stem}-*.parquet"):
            left.unlink()
        if source.exactly is None:
            raise
        return _read(loaded, source, source.exactly(names), stem, partitions, threads, progress)


def _read(
    loaded: Load, source: Source, blocks: Iterator[Parse], stem: str, partitions: int, threads: int, progress: Progress
) -> FileLoad:
    schema, folder = loaded.schema, loaded.folder
    file, watch, people = FileLoad(source.name), Watch(schema), twins.People()

    def work(number: int, parse: Parse) -> Part:
        target = folder / f"{stem}-{number:05d}.parquet"
        return write_part(schema, source.name, parse(), target, partitions)

    for part in _side_by_side(work, blocks, threads or len(os.sched_getaffinity(0))):
        file.add(part)
        for name, column in part.looked_at.items():
            watch.look(name, column)
        if schema.key == twins.KEY:
            people.add(part)
        progress(file.rows)
    if len(found := people.twins()):
        twins.take_out(found, folder.rglob(f"{stem}-*.parquet"))
        rejected = people.faults(found, source.name)
        file.add_faults(rejected, len(rejected), len(rejected))
    if faults := watch.faults(source.name):
        raise Refused(faults)
    return file


def _side_by_side(work: Callable[[int, Parse], Part], blocks: Iterator[Parse], threads: int) -> Iterator[Part]:
    """Each block's part, in order; never more than a few in memory."""
    with ThreadPoolExecutor(threads) as pool:
        waiting: deque[Future[Part]] = deque()
        try:
            for number, parse in enumerate(blocks):
                waiting.append(pool.submit(work, number, parse))
                del parse
                if len(waiting) > threads + WAITING_BLOCKS - 1:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for each in waiting:
                each.cancel()
