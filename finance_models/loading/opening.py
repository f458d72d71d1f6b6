"""A version's rows for the calculation: checked against their checksum, without the people who object."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from typing import Any

import ibis
import pyarrow as pa

from finance_models.calc import engine, linked
from finance_models.calc.linked import LinkedData
from finance_models.calc.prices import UnitCost
from finance_models.loading import checksums, folders
from finance_models.models import DataVersion, PriceTable


@contextmanager
def opened(
    area: Any,
    version: DataVersion,
    *,
    unit_costs: PriceTable | None,
    providers: PriceTable | None,
    objecting: frozenset[str],
) -> Iterator[LinkedData]:
    """The version in an engine, with these prices; gone afterwards. What spills over lies beside the version.

    Raises DataChanged where the files are not those that were loaded.
    """
    folder = folders.path_of(area, version.folder)
    if checksums.of(folder) != version.checksum:
        raise checksums.DataChanged(version)
    with tempfile.TemporaryDirectory(prefix="engine-", dir=folders.root(area)) as scratch:
        connection = engine.connect(scratch=scratch)
        try:
            data = linked.open_parquet(
                connection,
                people=folder / "people",
                activity=folder / "activity",
                unit_costs=_costs(unit_costs),
                factors=_factors(providers),
            )
            yield _without(data, objecting)
        finally:
            connection.disconnect()


def _without(data: LinkedData, objecting: frozenset[str]) -> LinkedData:
    """The data set without these people: neither in people nor as activity of nobody."""
    if not objecting:
        return data
    left_out = ibis.memtable(pa.table({"person_id": pa.array(sorted(objecting), pa.string())}))
    return replace(
        data,
        people=data.people.anti_join(left_out, "person_id"),
        activity=data.activity.anti_join(left_out, "person_id"),
    )


def _costs(table: PriceTable | None) -> list[UnitCost]:
    rows: list[dict[str, Any]] = table.rows if table else []
    return [
        UnitCost(row["source"], row["service"], row.get("provider", ""), row["year"], Decimal(row["unit_cost"]))
        for row in rows
    ]


def _factors(table: PriceTable | None) -> Mapping[str, Decimal]:
    return {row["provider"]: Decimal(row["mff"]) for row in (table.rows if table else [])}
