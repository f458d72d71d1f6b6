"""How large a file may be, before it is opened and while it is read."""

from dataclasses import dataclass, fields

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """The limits of one kind of upload. The defaults are the most that any may have; a use narrows them.

    Measured: a cell that calamine reads takes 32 bytes, also an empty one between two that are filled; hence `cells`.
    Raises ValueError for a limit above the most.
    """

    packed_bytes: int = 50 * MEGABYTE  # the file as it was sent
    unpacked_bytes: int = 200 * MEGABYTE  # all parts of a .zip or workbook together
    parts: int = 1_000
    ratio: int = 100  # unpacked to packed, of each part; tables pack to about a tenth
    rows: int = 1_100_000
    columns: int = 500
    cells: int = 4_000_000  # the rectangle from A1 to the last filled cell
    text_letters: int = 40_000_000  # of a workbook's cells together: one text may be named by every cell
    cell_letters: int = 32_767  # as in Excel
    line_letters: int = 1_000_000  # of one line of a CSV
    faults: int = 1_000

    def __post_init__(self) -> None:
        for field in fields(self):
            value, most = getattr(self, field.name), field.default
            if not 0 < value <= most:
                raise ValueError(f"The limit {field.name} is at most {most:,} and at least 1, not {value:,}.")


# Lists that people keep by hand: a team, a register.
SMALL_TABLE = Limits(
    packed_bytes=MEGABYTE, unpacked_bytes=10 * MEGABYTE, parts=200, rows=2_000, columns=50, cells=100_000,
    text_letters=2_000_000,
)  # fmt: skip
