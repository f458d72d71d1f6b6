"""The rows of a block: converted column by column, accepted or rejected, and the accepted ones written."""

import zlib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from files.faults import Fault
from finance_models.calc.reading.blocks import Block
from finance_models.calc.reading.converting import Converted, convert, empty, type_of
from finance_models.calc.tables import Schema

LINE, FILE = "line", "file"
MOST_FAULTS_KEPT = 10_000


@dataclass
class Part:
    """What became of a block. `looked_at` are its columns, for who watches what they hold; rows of the wrong width are
    in the counts, but not in them, nor in `lines` and `is_rejected`."""

    rows: int
    rejected: int
    faults: list[Fault]
    fault_count: int
    lines: np.ndarray
    is_rejected: np.ndarray
    looked_at: dict[str, Converted]


def write_part(schema: Schema, file: str, block: Block, target: Path, partitions: int) -> Part:
    """Convert a block and write its accepted rows to `target`, or to a file of that name in each partition's folder."""
    table, part = accept(schema, file, block)
    if not table.num_rows:
        return part
    if partitions <= 1:
        write(table, target)
        return part
    bucket = _buckets(table["person_id"].combine_chunks(), partitions)
    order = np.argsort(bucket, kind="stable")
    ordered, edges = table.take(pa.array(order)), np.searchsorted(bucket[order], np.arange(partitions + 1))
    for number in range(partitions):
        begin, end = int(edges[number]), int(edges[number + 1])
        if end > begin:
            folder = target.parent / f"bucket={number:03d}"
            folder.mkdir(exist_ok=True)
            write(ordered.slice(begin, end - begin), folder / target.name)
    return part


def accept(schema: Schema, file: str, block: Block) -> tuple[pa.Table, Part]:
    """The accepted rows as a table of typed columns with `file` and `line`, and what became of the rest.

    Rows without anything in them are passed over: they are none.
    """
    block = _without_empty_rows(block)
    count = len(block.lines)
    converted = {name: convert(schema.column(name), texts) for name, texts in block.columns.items()}
    _check_order(converted)
    rejected = np.zeros(count, dtype=bool)
    for column in converted.values():
        if column.bad:
            rejected |= column.is_bad()
    faults, fault_count = _faults(file, block, converted)
    table = _table(schema, file, block, converted)
    if rejected.any():
        table = table.filter(pa.array(~rejected))
    misshapen = len(block.misshapen) + block.more_misshapen
    rows, rejected_rows = count + misshapen, int(rejected.sum()) + misshapen
    return table, Part(rows, rejected_rows, faults, fault_count, block.lines, rejected, converted)


def _without_empty_rows(block: Block) -> Block:
    """Only where the first column is empty the others have to be looked at."""
    first = next(iter(block.columns.values()))
    candidates = np.flatnonzero(pc.equal(first, "").to_numpy(zero_copy_only=False))
    if not len(candidates):
        return block
    at = pa.array(candidates)
    is_empty = np.ones(len(candidates), dtype=bool)
    for texts in block.columns.values():
        is_empty &= pc.equal(pc.utf8_trim_whitespace(texts.take(at)), "").to_numpy(zero_copy_only=False)
    kept = np.delete(np.arange(len(block.lines)), candidates[is_empty])
    columns = {name: texts.take(pa.array(kept)) for name, texts in block.columns.items()}
    return replace(block, columns=columns, lines=block.lines[kept])


def _check_order(converted: dict[str, Converted]) -> None:
    """A last day before the first is a fault of `eligible_to`; noted per row, in the column's own list of faults."""
    if "eligible_to" not in converted or "eligible_from" not in converted:
        return
    first, last = converted["eligible_from"], converted["eligible_to"]
    is_before = pc.fill_null(pc.less(last.values, first.values), False).to_numpy(zero_copy_only=False)
    for row in np.flatnonzero(is_before):
        # A text of its own, so that other rows of the same day stay as they are.
        number = len(last.distinct)
        text = last.distinct[int(last.at[row])].as_py()
        last.distinct = pa.concat_arrays([last.distinct, pa.array([text], pa.string())])
        last.at = last.at.copy()
        last.at[row] = number
        last.bad[number] = f"{text} is before eligible_from; give the last day, or leave it empty while it goes on"


def _faults(file: str, block: Block, converted: dict[str, Converted]) -> tuple[list[Fault], int]:
    """The faults of a block by line, the first of them in words, and how many there are."""
    faults = [Fault(file, line, column, why) for line, column, why in block.misshapen[:MOST_FAULTS_KEPT]]
    count = len(block.misshapen) + block.more_misshapen
    for name, column in converted.items():
        if not column.bad:
            continue
        rows = np.flatnonzero(column.is_bad())
        count += len(rows)
        for row in rows[:MOST_FAULTS_KEPT]:
            faults.append(Fault(file, int(block.lines[row]), name, column.bad[int(column.at[row])]))
    return sorted(faults, key=lambda fault: fault.line)[:MOST_FAULTS_KEPT], count


def _table(schema: Schema, file: str, block: Block, converted: dict[str, Converted]) -> pa.Table:
    count = len(block.lines)
    columns = {
        column.stored: converted[column.name].values if column.name in converted else empty(column, count)
        for column in schema.columns
    }
    places = pa.DictionaryArray.from_arrays(pa.array(np.zeros(count, dtype=np.int32)), pa.array([file]))
    return pa.table({**columns, FILE: places, LINE: pa.array(block.lines, pa.int64())})


def write(table: pa.Table, target: Path) -> None:
    """Write a table of typed columns as Parquet; text by number, which is smaller and quicker."""
    numbered = [field.name for field in table.schema if pa.types.is_dictionary(field.type)]
    pq.write_table(
        table,
        target,
        use_dictionary=numbered,
        column_encoding={LINE: "DELTA_BINARY_PACKED"},  # lines follow one another
        write_statistics=["date"] if "date" in table.column_names else False,  # others would never pass a part over
        store_schema=False,
    )


def no_rows(schema: Schema) -> pa.Table:
    """A table of the schema without a row."""
    columns = {column.stored: pa.array([], type_of(column)) for column in schema.columns}
    return pa.table({**columns, FILE: pa.array([], pa.string()), LINE: pa.array([], pa.int64())})


def _buckets(person: pa.Array, partitions: int) -> np.ndarray:
    """Which partition each row belongs to: the same for all lines of a person, on any machine."""
    if not pa.types.is_dictionary(person.type):
        person = person.dictionary_encode()
    hashed = [zlib.crc32(text.encode()) % partitions for text in person.dictionary.to_pylist()]
    return np.array(hashed, dtype=np.int32)[person.indices.to_numpy(zero_copy_only=False)]
