"""A second row for the same person rejects both: nobody can say which of them holds."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from files.faults import Fault
from finance_models.calc.reading.rows import Part, write

PERSON = "person_id"
KEY = (PERSON,)
LINES_NAMED = 5


class People:
    """Who stands in which line of a file, block by block; rejected rows too, since they are of somebody as well."""

    def __init__(self) -> None:
        self._persons: list[pa.Array] = []
        self._lines: list[np.ndarray] = []
        self._rejected: list[np.ndarray] = []

    def add(self, part: Part) -> None:
        """Take in a block."""
        persons = part.looked_at[PERSON].values
        self._persons.append(persons.dictionary_decode() if pa.types.is_dictionary(persons.type) else persons)
        self._lines.append(part.lines)
        self._rejected.append(part.is_rejected)

    def twins(self) -> pa.Array:
        """The persons who stand more than once."""
        if not self._persons:
            return pa.array([], pa.string())
        counted = pc.value_counts(pa.chunked_array(self._persons).drop_null())
        return counted.field("values").filter(pc.greater(counted.field("counts"), 1))

    def faults(self, twins: pa.Array, file: str) -> list[Fault]:
        """A fault for each row of theirs that was not rejected already."""
        lines, was_rejected = np.concatenate(self._lines), np.concatenate(self._rejected)
        persons = pa.chunked_array(self._persons)
        rows = np.flatnonzero(pc.is_in(persons, twins).to_numpy())
        names = persons.take(pa.array(rows)).to_pylist()
        of_person = defaultdict(list)
        for row, person in zip(rows, names, strict=True):
            of_person[person].append(int(lines[row]))
        return [
            Fault(file, int(lines[row]), PERSON, _why(of_person[person], int(lines[row])))
            for row, person in zip(rows, names, strict=True)
            if not was_rejected[row]
        ]


def take_out(twins: pa.Array, parts: Iterable[Path]) -> None:
    """Write the parts again without these persons."""
    for path in list(parts):
        table = pq.read_table(path, partitioning=None)
        write(table.filter(pc.invert(pc.is_in(table[PERSON], twins))), path)


def _why(lines: list[int], line: int) -> str:
    others = [str(each) for each in lines if each != line]
    named = ", ".join(others[:LINES_NAMED]) + (" and more" if len(others) > LINES_NAMED else "")
    return f"this person stands also in line {named}, so no row of theirs is taken; keep one"
