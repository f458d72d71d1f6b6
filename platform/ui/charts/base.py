"""What all charts have in common."""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Number = int | float | Decimal


@dataclass(frozen=True, kw_only=True)
class Chart:
    """`title` says what is shown; `description` says what a reader should see in it, for those who can't."""

    id: str
    title: str
    description: str
    as_at: datetime.date | str | None = None
    source: str = ""
    small_numbers_hidden: bool | None = None
    download: str = ""
    downloads: Any = None  # files.offers.Offers, where there is more than a CSV

    @property
    def macro(self) -> str:
        """The name of the macro that draws it: `bar_chart` for a BarChart."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(self).__name__).lower()

    def head(self) -> list:
        """The heads of the table's columns, as `ui.table` takes them."""
        raise NotImplementedError

    def rows(self) -> list[list]:
        """The rows of the table: the same data as the picture, nothing more and nothing less."""
        raise NotImplementedError


def numeric(*names: str) -> list[dict]:
    """Heads of columns that hold numbers."""
    return [{"text": name, "numeric": True} for name in names]
