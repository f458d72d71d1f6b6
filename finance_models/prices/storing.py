"""Reading a table of unit costs or of providers, and keeping it as a version of its own: whole, or not at all."""

import hashlib
import json
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path, PurePath
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from files.faults import Fault, Refused
from finance_models.calc import reading
from finance_models.calc.tables import SCHEMAS
from finance_models.loading.errors import LoadRefused
from finance_models.models import PriceTable
from tenants.models import Area

KINDS = ("unit_costs", "providers")
# What stands for the table that is not given, while the other is checked.
EMPTY = {"unit_costs": "source,service,year,unit_cost\n", "providers": "provider,mff\n"}
# A table of prices is small: this is many times the national tariff.
MOST_ROWS = 100_000
TOO_MANY = f"has more than {MOST_ROWS:,} rows; leave out what the area does not buy"


@transaction.atomic
def store(
    *, area: Area, given: Mapping[str, tuple[Path, str]], source: str, is_illustrative: bool, by: User | None
) -> list[PriceTable]:
    """Keep new versions of the tables that are given, {kind: (path, the sender's name)}, in the area's schema.

    A row that can't be read refuses its table: a price that is missing shows only as a cost that is. Raises LoadRefused
    with every fault.
    """
    with tempfile.TemporaryDirectory(prefix="ipc-prices-") as place:
        paths = _in_place(given, Path(place))
        rows: dict[str, list[dict[str, Any]]] = {}
        try:
            prices = reading.read_prices(paths["unit_costs"], paths["providers"])
            faults = [fault for file in prices.files for fault in file.faults]
            if not faults:
                rows = {kind: _rows(kind, paths[kind], Path(place) / kind) for kind in given}
        except Refused as refusal:
            faults = list(refusal.found)
    faults += [Fault(given[kind][1], 0, "", TOO_MANY) for kind, found in rows.items() if len(found) > MOST_ROWS]
    if faults:
        raise LoadRefused([replace(fault, file=PurePath(fault.file).name) for fault in faults])
    made = [_keep(kind, rows[kind], source, is_illustrative, by) for kind in rows]
    detail = {"tables": [f"{each.kind} {each.number}" for each in made]}
    audit.record(action="finance.prices_load", by=by, area=area, detail=detail)
    return made


def _in_place(given: Mapping[str, tuple[Path, str]], place: Path) -> dict[str, Path]:
    """The files under the sender's names; an empty table for the one that is not given."""
    paths = {}
    for kind in KINDS:
        folder = place / f"given-{kind}"
        folder.mkdir()
        if kind in given:
            path, name = given[kind]
            paths[kind] = folder / PurePath(name).name
            paths[kind].symlink_to(path.resolve())
        else:
            paths[kind] = folder / f"{kind}.csv"
            paths[kind].write_text(EMPTY[kind])
    return paths


def _rows(kind: str, path: Path, folder: Path) -> list[dict[str, Any]]:
    """The rows as plain values for JSON: numbers as text, so that no place is lost."""
    import pyarrow.parquet as pq

    reading.load(SCHEMAS[kind], [path], folder)
    names = [column.stored for column in SCHEMAS[kind].columns]
    return [
        {name: _plain(row[name]) for name in names if row[name] is not None}
        for part in sorted(folder.rglob("*.parquet"))
        for row in pq.read_table(part).to_pylist()
    ]


def _plain(value: Any) -> Any:
    return format(value, "f") if isinstance(value, Decimal) else value


def _keep(kind: str, rows: list[dict[str, Any]], source: str, is_illustrative: bool, by: User | None) -> PriceTable:
    last = PriceTable.objects.filter(kind=kind).order_by("-number").values_list("number", flat=True).first() or 0
    text = json.dumps(rows, sort_keys=True, ensure_ascii=False)
    table = PriceTable(
        kind=kind,
        number=last + 1,
        rows=rows,
        checksum=hashlib.sha256(text.encode()).hexdigest(),
        source=source,
        is_illustrative=is_illustrative,
        loaded_on=today(),
        by=by,
    )
    table.full_clean(exclude=["rows"])
    table.save()
    return table
