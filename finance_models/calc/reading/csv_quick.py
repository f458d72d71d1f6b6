"""The quick way through a CSV file: cut at line breaks into blocks, which threads parse side by side.

It holds while each line break ends a row. Where quotation marks hide one, the count of rows doesn't match the count of
lines, and NotSimple asks for the exact way.
"""

import io
from array import array
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.csv

from files.faults import refused
from finance_models.calc.reading.blocks import MISSHAPEN_LISTED, Block, NotSimple, Parse, wrong_width
from finance_models.calc.reading.csv_text import CsvText

BLOCK_BYTES = 8 * 1024 * 1024


def blocks(text: CsvText, names: list[str]) -> Iterator[Parse]:
    """The blocks of the file in order, still to be parsed; `names` stand for its columns from left to right."""
    line = text.body_line
    with text.path.open("rb") as file:
        file.seek(text.body)
        while content := file.read(BLOCK_BYTES):
            cut = content.rfind(b"\n") + 1
            if len(content) < BLOCK_BYTES:
                cut = len(content)
            if not cut:
                raise refused(text.name, f"has a line of over {BLOCK_BYTES:,} bytes; check that rows are lines")
            # What follows the last line break is read again, at the start of the next block.
            file.seek(cut - len(content), io.SEEK_CUR)
            if content.count(b'"', 0, cut) % 2:
                raise NotSimple
            lines = content.count(b"\n", 0, cut) + (content[cut - 1 : cut] != b"\n")
            yield _parse_later(text, names, memoryview(content)[:cut], line, lines)
            line += lines


def _parse_later(text: CsvText, names: list[str], block: memoryview, first_line: int, lines: int) -> Parse:
    def parse() -> Block:
        content = block if text.encoding == "utf-8" else str(block, text.encoding).encode()
        return _parse(names, content, first_line, lines)

    return parse


def _parse(names: list[str], content: memoryview | bytes, first_line: int, lines: int) -> Block:
    misshapen: list[tuple[int, str, str]] = []
    passed_over, more = array("q"), 0  # a file may be nothing but such rows: millions in a block

    def keep_aside(row: pa.csv.InvalidRow) -> str:
        nonlocal more
        passed_over.append(row.number - 1)
        if row.text.strip():
            if len(misshapen) < MISSHAPEN_LISTED:
                misshapen.append(wrong_width(first_line + row.number - 1, row.actual_columns, names))
            else:
                more += 1
        return "skip"

    try:
        table = pa.csv.read_csv(
            pa.py_buffer(content),
            read_options=pa.csv.ReadOptions(use_threads=False, column_names=names, block_size=len(content) + 1),
            parse_options=pa.csv.ParseOptions(
                ignore_empty_lines=False, newlines_in_values=True, invalid_row_handler=keep_aside
            ),
            convert_options=pa.csv.ConvertOptions(
                column_types={name: pa.string() for name in names},
                strings_can_be_null=False,
                check_utf8=False,  # the whole file has been looked at
            ),
        )
    except pa.ArrowInvalid as error:
        raise NotSimple from error
    if table.num_rows + len(passed_over) != lines:
        raise NotSimple
    at = np.delete(np.arange(lines), np.frombuffer(passed_over, dtype=np.int64)) if passed_over else np.arange(lines)
    columns = {name: table[name].combine_chunks() for name in names}
    return Block(columns, first_line + at, misshapen, more)
