"""Heat maps: things down, steps across, in every cell a word with a mark and a colour."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ui.charts.base import Chart

# The colours that charts.css has, each for a key of a scale: judgements, and steps from pale to dark.
COLOURS = ("red", "amber", "green", "done", "none", "1", "2", "3", "4", "5")
MARKS = (
    *("circle", "ring", "square", "triangle", "diamond", "tick", "cross", "dash"),
    *("step-1", "step-2", "step-3", "step-4", "step-5"),
)
# With more columns than this the table is as wide as it needs, and slides under its first column.
COLUMNS_THAT_FIT = 6


@dataclass(frozen=True)
class HeatLevel:
    """One step of a scale. `name` reads in the key, `mark` is one of MARKS; `colour` is the key, if it names one."""

    key: str | int
    name: str
    mark: str
    colour: str = ""

    def __post_init__(self) -> None:
        if self.mark not in MARKS:
            raise ValueError(f"{self.mark!r} is no mark: choose from {', '.join(MARKS)}")
        if self.style not in COLOURS:
            raise ValueError(f"{self.style!r} is no colour of a heat map: choose from {', '.join(COLOURS)}")

    @property
    def style(self) -> str:
        """The end of the cell's class name."""
        return self.colour or str(self.key)


@dataclass(frozen=True)
class HeatColumn:
    """`short_name` stands beside the cell on a phone; `detail` (a date) below the name in the head."""

    name: str
    short_name: str = ""
    detail: str = ""


@dataclass(frozen=True)
class HeatCell:
    """`level` is the key of a step of the scale; `text` are the cell's words, `detail` a second, smaller line."""

    level: str | int
    text: str
    detail: str = ""
    href: str | None = None


@dataclass(frozen=True)
class HeatRow:
    """One thing; `cells` in the order of the columns."""

    name: str
    cells: tuple[HeatCell, ...]
    href: str | None = None


@dataclass(frozen=True, kw_only=True)
class HeatMap(Chart):
    """Raises ValueError for a row with too many or too few cells, and for a level that the scale hasn't got."""

    row_heading: str
    columns: tuple[HeatColumn, ...]
    heat_rows: tuple[HeatRow, ...]
    scale: tuple[HeatLevel, ...]

    def __post_init__(self) -> None:
        keys = {level.key for level in self.scale}
        for row in self.heat_rows:
            if len(row.cells) != len(self.columns):
                raise ValueError(f"{row.name} has {len(row.cells)} cells for {len(self.columns)} columns")
            if unknown := {cell.level for cell in row.cells} - keys:
                raise ValueError(f"{row.name} has levels that are not in the scale: {sorted(map(str, unknown))}")

    @property
    def is_wide(self) -> bool:
        return len(self.columns) > COLUMNS_THAT_FIT

    def level_of(self, cell: HeatCell) -> HeatLevel:
        """The step of the scale on which a cell stands."""
        return next(level for level in self.scale if level.key == cell.level)

    def head(self):
        return [self.row_heading, *(_joined(column.name, column.detail) for column in self.columns)]

    def rows(self):
        return [[row.name, *(self.words(cell) for cell in row.cells)] for row in self.heat_rows]

    def words(self, cell: HeatCell) -> str:
        """All that a cell says, its step of the scale too where the words are others."""
        level = self.level_of(cell)
        return _joined(cell.text, "" if level.name == cell.text else level.name, cell.detail)

    def parts(self, most: int) -> Iterator["HeatMap"]:
        """The map in equal parts of at most `most` columns, which fit on paper; the first alone has the description."""
        size = math.ceil(len(self.columns) / math.ceil(len(self.columns) / most)) if self.columns else most
        for start in range(0, len(self.columns), size):
            cut = slice(start, start + size)
            rows = tuple(replace(row, cells=row.cells[cut]) for row in self.heat_rows)
            told = {"id": f"{self.id}-{start}", "description": ""} if start else {}
            yield replace(self, columns=self.columns[cut], heat_rows=rows, **told)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
