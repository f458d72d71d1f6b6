"""A Parquet file as blocks of text, so that one rule reads a cell whatever file it came in."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from files.faults import Refused, refused
from finance_models.calc.reading.blocks import Block, Parse, Source

ROWS_OF_A_BLOCK = 250_000
# Of one row group unpacked: a few bytes can unpack to gigabytes, and a group is read as a whole.
MOST_GROUP_BYTES = 1024**3
MOST_COLUMNS = 500
FIRST_LINE = 2  # as if the headings were line 1, like in every other file
MIDNIGHT = r"[T ]00:00:00(\.0+)?Z?$"


def open_parquet(path: Path, name: str) -> Source:
    """The file's rows, in their order; raises `files.faults.Refused`."""
    try:
        file = pq.ParquetFile(path, memory_map=False)
    except OSError as error:
        raise refused(
            name, f"can't be opened ({error.strerror or 'it is damaged'}); check its name and place"
        ) from error
    except (pa.ArrowException, ValueError) as error:
        raise _damaged(name, error) from error
    schema, metadata = file.schema_arrow, file.metadata
    groups = [metadata.row_group(at).total_byte_size for at in range(metadata.num_row_groups)]
    if max(groups, default=0) > MOST_GROUP_BYTES or len(schema) > MOST_COLUMNS:
        raise refused(name, "unpacks to more than can be right; save it in row groups of at most 1 GB")
    for field in schema:
        if not _is_plain(field.type):
            raise refused(
                name, f"has a column of another kind than text, numbers and days ({field.name}); save it flat"
            )
    return Source(name, [field.name for field in schema], lambda names: _blocks(file, name, names))


def _blocks(file: pq.ParquetFile, name: str, names: list[str]) -> Iterator[Parse]:
    line = FIRST_LINE
    try:
        for batch in file.iter_batches(ROWS_OF_A_BLOCK):
            yield _later(batch, names, line)
            line += batch.num_rows
    except (pa.ArrowException, OSError) as error:
        raise _damaged(name, error) from error


def _later(batch: pa.RecordBatch, names: list[str], first_line: int) -> Parse:
    def parse() -> Block:
        columns = {name: _text(batch.column(at)) for at, name in enumerate(names)}
        return Block(columns, first_line + np.arange(batch.num_rows), [])

    return parse


def _is_plain(kind: pa.DataType) -> bool:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    tests = (
        pa.types.is_string, pa.types.is_large_string, pa.types.is_integer, pa.types.is_floating, pa.types.is_decimal,
        pa.types.is_boolean, pa.types.is_date, pa.types.is_timestamp, pa.types.is_null,
    )  # fmt: skip
    return any(test(kind) for test in tests)


def _text(values: pa.Array) -> pa.Array:
    """What the column would say in a CSV; empty for a missing value."""
    if pa.types.is_dictionary(values.type):
        values = values.dictionary_decode()
    if pa.types.is_boolean(values.type):
        values = values.cast(pa.int8())
    if pa.types.is_floating(values.type):
        values = _numbers(values)
    text = values.cast(pa.string())
    return pc.fill_null(text, "")


def _numbers(values: pa.Array) -> pa.Array:
    """Floats as text without an exponent, so far as money and units go; `not a number` is a missing value."""
    values = pc.if_else(pc.is_nan(values), None, values).cast(pa.float64())
    text = values.cast(pa.string())
    has_exponent = pc.fill_null(pc.match_substring(text, "e"), False)
    if not pc.any(has_exponent).as_py():
        return text
    plain = [None if each is None else format(each, ".15f").rstrip("0").rstrip(".") for each in values.to_pylist()]
    return pc.if_else(has_exponent, pa.array(plain, pa.string()), text)


def _damaged(name: str, error: Exception) -> Refused:
    why = " ".join(str(error).split())[:120]
    return refused(name, f"can't be read as Parquet ({why}); save it again")
