"""Does a table about people say who they are? Pseudonyms only are taken: a name once stored is hard to unsay.

Looks at what the file holds in each column, by the rules of `files.identifiers`. A pseudonym may look like a postcode
by chance, and providers have names of their own, so those two columns are judged by most of their cells alone.
"""

from collections.abc import Callable, Sequence
from itertools import zip_longest

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from files import identifiers, known_names
from files.faults import Fault
from files.records import Place
from finance_models.calc import tables
from finance_models.calc.reading.converting import Converted
from finance_models.calc.tables import Schema

MOST = 0.5
TEXTS_KEPT = 2_000  # of a column: enough to judge it
MAY_BE_NHS_NUMBER = r"^\s*[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}\s*$"
NHS_NUMBER_DIGITS = 10
PERSON, NAMED_FREELY = "person_id", ("provider",)


class Watch:
    """Follows a file block by block; afterwards `faults` says which columns seem to identify people."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._filled: dict[str, int] = {}
        self._nhs_numbers: dict[str, int] = {}
        self._texts: dict[str, dict[str, None]] = {}

    def look(self, name: str, column: Converted) -> None:
        """Take in one column of a block."""
        if not self._schema.about_people:
            return
        filled = pc.not_equal(column.distinct, "").to_numpy(zero_copy_only=False)
        self._filled[name] = self._filled.get(name, 0) + _rows(column, np.flatnonzero(filled))
        may_be = _may_be_nhs_numbers(column.distinct)
        if len(may_be):
            numbers = [at for at in may_be if _is_nhs_number(column.distinct[int(at)])]
            self._nhs_numbers[name] = self._nhs_numbers.get(name, 0) + _rows(column, np.array(numbers, dtype=int))
        if self._schema.column(name).kind in {tables.TEXT, tables.LIST}:
            kept = self._texts.setdefault(name, {})
            if len(kept) < TEXTS_KEPT:
                kept.update(dict.fromkeys(column.distinct.slice(0, TEXTS_KEPT - len(kept)).to_pylist()))

    def faults(self, file: str) -> list[Fault]:
        """A fault for each column that seems to say who the people are."""
        found = {
            name: "NHS numbers: most pass their check digit"
            for name, count in self._nhs_numbers.items()
            if count > MOST * self._filled[name]
        }
        if PERSON not in found and (what := self._of_pseudonyms(list(self._texts.get(PERSON, ())))):
            found[PERSON] = what
        faults = [Fault(file, 1, name, f"looks like {what}; {identifiers.MEND}") for name, what in found.items()]
        return faults + self._in_texts(file, already=found)

    def _of_pseudonyms(self, texts: Sequence[str]) -> str:
        tests: dict[str, Callable[[str], object]] = {
            "e-mail addresses": identifiers.EMAIL.fullmatch,
            "postcodes": identifiers.POSTCODE.fullmatch,
            "telephone numbers": identifiers.PHONE.fullmatch,
            "names": known_names.is_full_name,
        }
        looks_like = {what: sum(bool(test(text)) for text in texts) for what, test in tests.items()}
        return next((what for what, count in looks_like.items() if count > MOST * len(texts)), "")

    def _in_texts(self, file: str, already: dict[str, str]) -> list[Fault]:
        texts = {
            name: list(kept) for name, kept in self._texts.items() if name not in {PERSON, *NAMED_FREELY, *already}
        }
        records = ((1, ["" if cell is None else cell for cell in row]) for row in zip_longest(*texts.values()))
        return identifiers.find(list(texts), records, Place(file))


def _rows(column: Converted, numbers: np.ndarray) -> int:
    """In how many rows these distinct texts stand."""
    counts = np.bincount(column.at, minlength=len(column.distinct))
    return int(counts[numbers].sum())


def _may_be_nhs_numbers(texts: pa.Array) -> np.ndarray:
    """Which texts look like it; by their length first, which is quick."""
    long = np.flatnonzero(pc.greater_equal(pc.binary_length(texts), NHS_NUMBER_DIGITS).to_numpy(zero_copy_only=False))
    if not len(long):
        return long
    matches = pc.match_substring_regex(texts.take(pa.array(long)), MAY_BE_NHS_NUMBER)
    return long[matches.to_numpy(zero_copy_only=False)]


def _is_nhs_number(text: pa.Scalar) -> bool:
    return identifiers.is_nhs_number(text.as_py().strip())
