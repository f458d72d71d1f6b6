"""What a quality report is made of: the names of its checks and its figures. A page reads them without the engine."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from finance_models.calc import frames

if TYPE_CHECKING:
    import pandas as pd

COMPLETENESS, VALIDITY, DEFAULTS, LINKAGE, OUTSIDE = (
    "completeness", "validity", "use of defaults", "linkage", "outside eligibility",
)  # fmt: skip
WORDS = {
    COMPLETENESS: "cells that are empty",
    VALIDITY: "filled cells that hold none of the agreed values",
    DEFAULTS: "filled cells that hold what is written when nobody knows",
    LINKAGE: "lines of nobody in the table of people",
    OUTSIDE: "lines before or after their person's eligibility",
}
ALL = ""  # of a setting: the table as a whole


@dataclass(frozen=True)
class Check:
    """One figure: of `of` rows or cells, `found` are as the check says. `setting` is empty for all of the table."""

    check: str
    table: str
    column: str
    setting: str
    of: int
    found: int

    @property
    def share(self) -> float:
        """The share found, 0 to 1; 0 of nothing is 0."""
        return self.found / self.of if self.of else 0.0


@dataclass(frozen=True)
class Latest:
    """Timeliness: the latest line of a setting, and the days from it to the day of the load."""

    setting: str
    day: datetime.date
    days: int


@dataclass(frozen=True)
class Quality:
    """All figures. `duplicates` counts lines beyond the first of those alike: they are accepted."""

    checks: tuple[Check, ...]
    latest: tuple[Latest, ...]
    duplicates: int

    def table(self) -> "pd.DataFrame":
        """One row a figure: check, table, column, setting, of, found, share."""
        columns = ["check", "table", "column", "setting", "of", "found", "share"]
        return frames.table([tuple(getattr(each, name) for name in columns) for each in self.checks], columns)
