"""What every kind of file is turned into: blocks of rows, all text, each row with its line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

MISSHAPEN_LISTED = 10_000  # of a block


@dataclass
class Block:
    """Rows of a file as columns of text, by the columns' names; `lines` is where each row begins.

    `misshapen` are rows that can't be laid out in columns: line, column and why. They are no part of `columns`, and
    neither are `more_misshapen`, which are counted only: a file may be nothing else.
    """

    columns: dict[str, pa.Array]
    lines: np.ndarray
    misshapen: list[tuple[int, str, str]] = field(default_factory=list)
    more_misshapen: int = 0


# Parsing a block is left to whoever calls, who may do it in a thread of its own.
Parse = Callable[[], Block]


@dataclass
class Source:
    """An opened file: the headings of its first row, and what to warn of.

    `blocks` gives its rows in order, once it is told what the columns are called, from left to right; `exactly` gives
    them again, row by row, where the quick way turned out not to fit.
    """

    name: str
    headings: list[str]
    blocks: Callable[[list[str]], Iterator[Parse]]
    exactly: Callable[[list[str]], Iterator[Parse]] | None = None
    warnings: list[str] = field(default_factory=list)


class NotSimple(Exception):
    """The quick way of reading a file doesn't fit it: it has to be read exactly, row by row, from its start."""


def wrong_width(line: int, found: int, names: list[str]) -> tuple[int, str, str]:
    """The fault of a row that has more or fewer cells than the header, at the first column that is amiss."""
    column = names[min(found, len(names) - 1)]
    return (
        line,
        column,
        f"the row has {found} cells where the header has {len(names)}; check commas and quotation marks",
    )
