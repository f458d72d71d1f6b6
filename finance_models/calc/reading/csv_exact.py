"""The exact way through a CSV file, row by row, for line breaks inside quotation marks and other rare things."""

import csv
import io
from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from finance_models.calc.reading.blocks import Block, Parse, wrong_width
from finance_models.calc.reading.csv_text import CsvText, broken

ROWS_OF_A_BLOCK = 50_000


def blocks(text: CsvText, names: list[str]) -> Iterator[Parse]:
    """The blocks of the file in order; `names` stand for its columns.

    Raises `files.faults.Refused` where quotation marks are amiss.
    """
    with text.path.open("rb") as file:
        file.seek(text.body)
        lines = io.TextIOWrapper(file, encoding=text.encoding, newline="")
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
                if len(starts) + len(misshapen) >= ROWS_OF_A_BLOCK:
                    yield _later(names, rows, starts, misshapen)
                    rows, starts, misshapen = _nothing()
        except csv.Error as error:
            raise broken(text.name, start, error) from error
        yield _later(names, rows, starts, misshapen)


def _nothing() -> tuple[list[list[str]], list[int], list[tuple[int, str, str]]]:
    return [], [], []


def _later(names: list[str], rows: list[list[str]], lines: list[int], misshapen: list[tuple[int, str, str]]) -> Parse:
    return lambda: as_block(names, rows, lines, misshapen)


def as_block(names: list[str], rows: list[list[str]], lines: list[int], misshapen: list[tuple[int, str, str]]) -> Block:
    """A block of rows that are at hand, each as wide as `names`."""
    columns = {name: pa.array([row[at] for row in rows], pa.string()) for at, name in enumerate(names)}
    return Block(columns, np.array(lines, dtype=np.int64), misshapen)
