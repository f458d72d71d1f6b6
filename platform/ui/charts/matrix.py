"""The phase matrix: areas down, groups across, the phase in words in every cell."""

from dataclasses import dataclass

from ui.charts.base import Chart

PHASES = (1, 2, 3, 4)


@dataclass(frozen=True)
class MatrixColumn:
    """`short_name` stands beside the phase on a phone, where the columns' heads are not in sight."""

    name: str
    short_name: str


@dataclass(frozen=True)
class MatrixCell:
    """`phase` 1 to 4, or None: to be confirmed. `words` replace what the cell reads."""

    phase: int | None
    href: str = ""
    words: str = ""

    def __post_init__(self):
        if self.phase is not None and self.phase not in PHASES:
            raise ValueError(f"A phase is 1, 2, 3, 4 or None (to be confirmed), not {self.phase!r}")

    @property
    def text(self) -> str:
        return self.words or (f"Phase {self.phase}" if self.phase else "To be confirmed")

    @property
    def style(self) -> str:
        """The end of the cell's class name."""
        return f"phase-{self.phase}" if self.phase else "to-be-confirmed"


@dataclass(frozen=True)
class MatrixRow:
    """One area; `cells` in the order of the matrix's columns."""

    name: str
    cells: tuple[MatrixCell, ...]
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class PhaseMatrix(Chart):
    """Raises ValueError when a row has another number of cells than there are columns."""

    row_heading: str
    columns: tuple[MatrixColumn, ...]
    matrix_rows: tuple[MatrixRow, ...]

    def __post_init__(self):
        for row in self.matrix_rows:
            if len(row.cells) != len(self.columns):
                raise ValueError(f"{row.name} has {len(row.cells)} cells for {len(self.columns)} columns")

    def head(self):
        return [self.row_heading, *(column.name for column in self.columns)]

    def rows(self):
        return [[row.name, *(cell.text for cell in row.cells)] for row in self.matrix_rows]
