"""A cell of a return that fails, and reading figures in which some may be missing."""

from collections.abc import Mapping
from dataclasses import dataclass

from tenants.returns.shape import CELLS, SECTIONS, TABLE_BY_KEY

# Cell key → whole number; None (or no entry) where the cell has no number yet, which is not the same as 0.
Figures = Mapping[str, int | None]
SECTION_OF_TABLE = {table.key: section.key for section in SECTIONS for table in section.tables}
_ORDER = {key: at for at, key in enumerate(CELLS)}


@dataclass(frozen=True)
class Fault:
    """A cell that fails and, in a finished sentence, why and how to mend it.

    `cells` are all that the rule adds up or compares on this side, so that any of them may be the wrong one;
    `cell_key` is the one to go to first.
    """

    cell_key: str
    words: str
    cells: tuple[str, ...] = ()

    @property
    def all_cells(self) -> tuple[str, ...]:
        """Every cell that may have to be mended."""
        return self.cells or (self.cell_key,)

    @property
    def section(self) -> str:
        """The key of the section on whose screen the cell stands."""
        return SECTION_OF_TABLE[self.cell_key.partition(".")[0]]


def in_order(faults: list[Fault]) -> list[Fault]:
    """As the cells stand in the return, from its first screen to its last."""
    return sorted(faults, key=lambda fault: _ORDER[fault.cell_key])


def cells_of(table: str, column: str | None = None) -> tuple[str, ...]:
    """The cells that make up the whole of a table's column: without those that say "of which"."""
    prefix = f"{table}.{column}." if column else f"{table}."
    return tuple(prefix + line.key for line in TABLE_BY_KEY[table].lines if not line.of_which)


def whole(figures: Figures, table: str, column: str | None = None) -> int | None:
    """A column's sum, or None while one of its cells is missing: a sum of a part would accuse the wrong cell."""
    return added(figures, cells_of(table, column))


def added(figures: Figures, cells: tuple[str, ...]) -> int | None:
    """These cells together, or None while one of them is missing."""
    found = [figures.get(cell) for cell in cells]
    known = [number for number in found if number is not None]
    return sum(known) if len(known) == len(found) else None


def name_of(cell: str) -> str:
    """`New in the quarter: Mental health`."""
    return CELLS[cell].words
