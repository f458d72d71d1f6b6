"""One view of the board: a sentence, charts and tables. Its own page, the board's page and the pack show the same."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from files.tables import Table
from tenants.programme.board import Board
from ui.charts import HeatMap, PhaseMatrix, RiskMap
from ui.charts.base import Chart


@dataclass(frozen=True)
class Built:
    """A view for a day. `words` is the one thing to take away; `empty` says what would be here where nothing is yet.

    `lead` is how many of the charts, and `lead_tables` how many of the tables, stand on the board's own page; with none
    of either the page has the words alone. All stand on the view's own page and in the pack.
    """

    words: str
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    empty: str = ""
    lead: int = 1
    lead_tables: int = 0

    @property
    def is_drawn_on_board(self) -> bool:
        """Whether the board's page has more of it than words."""
        return bool(self.charts[: self.lead] or self.tables[: self.lead_tables])

    @property
    def drawn(self) -> tuple[Chart, ...]:
        """The charts; a map that would say the view's own words again stands without them."""
        return tuple(replace(chart, description="") if self._says_again(chart) else chart for chart in self.charts)

    def _says_again(self, chart: Chart) -> bool:
        return isinstance(chart, (HeatMap, PhaseMatrix, RiskMap)) and chart.description in self.words

    @property
    def is_sample(self) -> bool:
        """Whether anything here was made up for a demonstration."""
        return any(table.sample for table in self.tables)


@dataclass(frozen=True)
class Section:
    """A view that the board has. `tables` are the keys of the tables that `build` makes, for their downloads.

    `build_lead` makes what the board's own page has of it and nothing else, where that is less work than `build`.
    """

    key: str
    title: str
    about: str
    build: Callable[[Board], Built]
    tables: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()  # words and route of further pages, which show the same day
    build_lead: Callable[[Board], Built] | None = None

    def on_board(self, board: Board) -> Built:
        """The view as far as the board's own page shows it. Words, and what is drawn there, are those of `build`."""
        return (self.build_lead or self.build)(board)
