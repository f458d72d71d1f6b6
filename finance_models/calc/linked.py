"""A linked data set as the engine sees it: people and activity as Parquet, prices and factors as plain rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import ibis

from finance_models.calc.prices import UnitCost


@dataclass(frozen=True)
class LinkedData:
    """`people` and `activity` have the columns of `calc.tables` as `calc.reading` stores them.

    Numbers carry their unit in the name: `units_milli` are thousandths of a unit, `cost_pence` whole pence.
    """

    connection: Any
    people: ibis.Table
    activity: ibis.Table
    unit_costs: Sequence[UnitCost]
    factors: Mapping[str, Decimal]


def open_parquet(
    connection: Any,
    *,
    people: str | Path,
    activity: str | Path,
    unit_costs: Sequence[UnitCost],
    factors: Mapping[str, Decimal],
) -> LinkedData:
    """The data set in two folders of Parquet files."""
    return LinkedData(
        connection=connection,
        people=_folder(connection, people),
        activity=_folder(connection, activity),
        unit_costs=unit_costs,
        factors=factors,
    )


def _folder(connection: Any, folder: str | Path) -> ibis.Table:
    if connection.name == "duckdb":
        return connection.read_parquet(f"{folder}/**/*.parquet", hive_partitioning=False)
    return connection.read_parquet(str(folder), recursiveFileLookup=True)
