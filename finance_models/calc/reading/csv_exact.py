"""The exact way through a CSV file, row by row, for line breaks inside quotation marks and other rare things."""

import csv
import io
from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from files import texts
from files.faults import refused
from files.limits import Limits
from finance_models.calc.reading.blocks import Block, Parse, wrong_width
from finance_models.calc.reading.csv_text import CsvText, broken

ROWS_OF_A_BLOCK, LETTERS_OF_A_BLOCK = 50_000, 8_000_000
LIMITS = Limits()


def blocks(text: CsvText, names: list[str]) -> Iterator[Parse]:
    """The blocks of the file in order; `names` stand for its columns.

    Raises `files.faults.Refused` where quotation marks are amiss, or a row is too long to be one.
    """
    with text.path.open("rb") as file, io.TextIOWrapper(file, encoding=text.encoding, newline="") as opened:
        file.seek(text.body)
        lines = _Lines(text, opened)
        reader = csv.reader(lines, strict=True)
        rows, starts, misshapen = _nothing()
        start = text.body_line
        try:
            for cells in reader:
                if len(cells) == len(names):
                    rows.append(cells)
                    starts.append(start)
                elif any(cell.strip() for cell in cells):
                    misshapen.append(wrong_width(start, len(cells), names))
                start = text.body_line + reader.line_num
                if lines.end_row() or len(starts) + len(misshapen) >= ROWS_OF_A_BLOCK:
                    yield _later(names, rows, starts, misshapen)
                    rows, starts, misshapen = _nothing()
        except csv.Error as error:
            raise broken(text.name, start, error) from error
        yield _later(names, rows, starts, misshapen)


class _Lines:
    """The lines of a file, counted: a row may go over several, but not over more than one line may have letters."""

    def __init__(self, text: CsvText, opened: io.TextIOWrapper) -> None:
        self._text, self._lines = text, texts.lines(opened, text.name, LIMITS)
        self._of_row = self._of_block = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self._of_row += len(line)
            if self._of_row > LIMITS.line_letters:
                why = f"has a row of more than {LIMITS.line_letters:,} letters; check quotation marks"
                raise refused(self._text.name, why)
            yield line

    def end_row(self) -> bool:
        """Begin another row; whether what was read is enough for a block."""
        self._of_block += self._of_row
        self._of_row = 0
        is_enough = self._of_block >= LETTERS_OF_A_BLOCK
        self._of_block = 0 if is_enough else self._of_block
        return is_enough


def _nothing() -> tuple[list[list[str]], list[int], list[tuple[int, str, str]]]:
    return [], [], []


def _later(names: list[str], rows: list[list[str]], lines: list[int], misshapen: list[tuple[int, str, str]]) -> Parse:
    return lambda: as_block(names, rows, lines, misshapen)


def as_block(names: list[str], rows: list[list[str]], lines: list[int], misshapen: list[tuple[int, str, str]]) -> Block:
    """A block of rows that are at hand, each as wide as `names`."""
    columns = {name: pa.array([row[at] for row in rows], pa.string()) for at, name in enumerate(names)}
    return Block(columns, np.array(lines, dtype=np.int64), misshapen)
