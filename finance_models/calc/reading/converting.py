"""A column of text as values of its kind: each distinct text is read once, however often it stands there.

Columns of activity have few distinct texts for millions of rows, so plain Python reads them. Where they are many
(pseudonyms, costs) the engine reads those that are plainly written, and Python the rest.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from finance_models.calc import tables
from finance_models.calc.reading import cells
from finance_models.calc.tables import Column

EXACT_DIGITS, WIDEST = 38, 18
TYPES: dict[str, pa.DataType] = {
    tables.TEXT: pa.string(), tables.CHOICE: pa.string(), tables.CHOICES: pa.string(), tables.LIST: pa.string(),
    tables.YEAR: pa.string(), tables.WHOLE: pa.int32(), tables.UNITS: pa.int64(), tables.POUNDS: pa.int64(),
    tables.SCORE: pa.float64(), tables.DAY: pa.date32(), tables.FLAG: pa.bool_(),
}  # fmt: skip
# With more distinct texts than this share of the rows, numbering them saves nothing.
MOST_NUMBERED = 0.5


@dataclass
class Converted:
    """A column as values; `bad` says why, by the number of the distinct text, which `at` gives for each row."""

    values: pa.Array
    bad: dict[int, str]
    at: np.ndarray
    distinct: pa.Array

    def is_bad(self) -> np.ndarray:
        """For each row, whether its cell can't be read."""
        marks = np.zeros(len(self.distinct) + 1, dtype=bool)
        marks[list(self.bad)] = True
        return marks[self.at]


def type_of(column: Column) -> pa.DataType:
    """How the column is stored."""
    return pa.decimal128(WIDEST, column.places) if column.kind == tables.DECIMAL else TYPES[column.kind]


def convert(column: Column, texts: pa.Array) -> Converted:
    """Read a column of text. Values that can't be read are null, and named in `bad`."""
    encoded = texts.dictionary_encode()
    at = encoded.indices.to_numpy(zero_copy_only=False)
    distinct = encoded.dictionary
    values, bad = _read(column, distinct)
    is_text = pa.types.is_string(values.type)
    taken = _in_dictionary(values, encoded.indices) if is_text else values.take(encoded.indices)
    return Converted(taken, bad, at, distinct)


def empty(column: Column, count: int) -> pa.Array:
    """The column for a file that doesn't have it."""
    kind = type_of(column)
    if pa.types.is_string(kind):
        return pa.DictionaryArray.from_arrays(pa.nulls(count, pa.int32()), pa.array([], pa.string()))
    return pa.nulls(count, kind)


def _in_dictionary(values: pa.Array, at: pa.Array) -> pa.Array:
    """Text stays by number: less to hold, quicker to write. Missing values and twins may not be in a dictionary."""
    if len(values) > MOST_NUMBERED * len(at):
        return values.take(at)
    unique = pc.unique(values)
    if values.null_count == 0 and len(unique) == len(values):
        return pa.DictionaryArray.from_arrays(at, values)
    kept = unique.drop_null()
    return pa.DictionaryArray.from_arrays(pc.index_in(values, kept).take(at), kept)


def _read(column: Column, distinct: pa.Array) -> tuple[pa.Array, dict[int, str]]:
    """The value of each distinct text, and why it can't be read."""
    if column.kind == tables.TEXT:
        plain, values = _plain_text(distinct), distinct
    elif column.kind in tables.NUMBERS:
        plain = pc.match_substring_regex(distinct, _plain_number(column))
        values = _numbers(column, pc.if_else(plain, distinct, "0"))
        plain = pc.and_(plain, _in_domain(column, values))
    else:
        return _one_by_one(column, distinct.to_pylist())
    if pc.all(plain).as_py() is not False:
        return values, {}
    others = np.flatnonzero(~plain.to_numpy(zero_copy_only=False))
    read_others, bad = _one_by_one(column, distinct.take(pa.array(others)).to_pylist())
    return _put(values, others, read_others), {int(others[number]): why for number, why in bad.items()}


def _put(values: pa.Array, where: np.ndarray, others: pa.Array) -> pa.Array:
    mask = np.zeros(len(values), dtype=bool)
    mask[where] = True
    return pc.replace_with_mask(values, pa.array(mask), others)


def _one_by_one(column: Column, texts: list[str]) -> tuple[pa.Array, dict[int, str]]:
    values: list[Any] = []
    bad = {}
    for number, text in enumerate(texts):
        try:
            values.append(cells.read(column, text.strip()))
        except cells.Unreadable as error:
            bad[number] = str(error)
            values.append(None)
    return pa.array(values, type_of(column)), bad


def _plain_text(texts: pa.Array) -> pa.Array:
    """Printable ASCII of some length, without a space at either end; other texts are looked at one by one."""
    length = pc.binary_length(texts)
    plain = pc.and_(
        pc.ascii_is_printable(texts), pc.and_(pc.greater(length, 0), pc.less_equal(length, cells.MOST_LETTERS))
    )
    return pc.and_not(plain, pc.or_(pc.starts_with(texts, " "), pc.ends_with(texts, " ")))


def _plain_number(column: Column) -> str:
    """Digits with at most the column's places; pounds with whole pence, since others are rounded one by one."""
    places = 2 if column.kind == tables.POUNDS else min(column.places, 6)
    fraction = rf"(?:\.[0-9]{{1,{places}}})?" if places else ""
    return rf"^-?[0-9]{{1,10}}{fraction}$"


def _numbers(column: Column, texts: pa.Array) -> pa.Array:
    kind = type_of(column)
    if column.kind == tables.SCORE:
        return texts.cast(kind)
    if column.kind == tables.DECIMAL:
        return texts.cast(kind)
    scale = 2 if column.kind == tables.POUNDS else 3
    return _unscaled(texts.cast(pa.decimal128(WIDEST, scale)))


def _unscaled(decimals: pa.Array) -> pa.Array:
    """The whole numbers inside decimals of up to 18 digits: 12.50 with two places becomes 1250."""
    halves = np.frombuffer(decimals.buffers()[1], dtype="<i8")
    return pa.array(halves[2 * decimals.offset : 2 * (decimals.offset + len(decimals)) : 2].copy())


def _in_domain(column: Column, values: pa.Array) -> pa.Array:
    scale = {tables.POUNDS: 100, tables.UNITS: 1000}.get(column.kind, 1)
    least, most = (pa.scalar(bound * scale).cast(values.type) for bound in (column.least, column.most))
    return pc.and_(pc.greater_equal(values, least), pc.less_equal(values, most))
