"""Tables of results. pandas is loaded when a table is asked for: a command that prints figures doesn't wait for it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def table(rows: Iterable[Sequence[Any]], columns: Sequence[str]) -> "pd.DataFrame":
    """The rows under these names; with no rows, the names alone."""
    import pandas as pd

    return pd.DataFrame(list(rows), columns=list(columns))
