"""The tables of unit costs and providers: small, so they are kept as plain rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from files.faults import Fault, Refused
from finance_models.calc.prices import UnitCost
from finance_models.calc.reading import header, opening
from finance_models.calc.reading.blocks import Block, NotSimple, Source
from finance_models.calc.reading.loading import FileLoad
from finance_models.calc.reading.rows import LINE, accept
from finance_models.calc.tables import PROVIDERS, UNIT_COSTS, Schema


@dataclass
class Prices:
    """Unit costs, and the market forces factor of each provider; `files` say what became of their rows."""

    unit_costs: Sequence[UnitCost] = ()
    factors: Mapping[str, Decimal] = field(default_factory=dict)
    files: Sequence[FileLoad] = ()
    warnings: Sequence[str] = ()


def read_prices(unit_costs: str | Path, providers: str | Path) -> Prices:
    """Read both tables; raises `files.faults.Refused` with the faults of both.

    Two prices for one source, service, provider and year refuse the file, and so do two factors for one provider.
    """
    faults: list[Fault] = []
    costs, costs_file, warnings = _rows(UNIT_COSTS, Path(unit_costs), faults)
    factors, factors_file, more_warnings = _rows(PROVIDERS, Path(providers), faults)
    if faults:
        raise Refused(faults)
    return Prices(
        unit_costs=[
            UnitCost(row["source"], row["service"], row["provider"] or "", row["year"], row["unit_cost"])
            for row in costs
        ],
        factors={row["provider"]: row["mff"] for row in factors},
        files=(costs_file, factors_file),
        warnings=[*warnings, *more_warnings],
    )


def _rows(schema: Schema, path: Path, faults: list[Fault]) -> tuple[list[dict[str, Any]], FileLoad, list[str]]:
    """The accepted rows; what refuses the file is added to the faults."""
    file = FileLoad(str(path))
    try:
        source = opening.open_source(path, schema.name)
        names = header.match(schema, source.headings, source.name)
        rows = []
        for block in _blocks(source, names):
            table, part = accept(schema, source.name, block)
            file.add(part)
            rows += table.to_pylist()
        again = _again(schema, rows, source.name)
        too_many = file.refusals()
        faults += again + (file.faults + too_many if too_many or again else [])
    except Refused as refusal:
        faults += refusal.found
        return [], file, []
    return rows, file, source.warnings


def _blocks(source: Source, names: list[str]) -> list[Block]:
    """The parsed blocks; read exactly where the quick way doesn't fit."""
    try:
        return [parse() for parse in source.blocks(names)]
    except NotSimple:
        if source.exactly is None:
            raise
        return [parse() for parse in source.exactly(names)]


def _again(schema: Schema, rows: list[dict[str, Any]], file: str) -> list[Fault]:
    """A fault for each row whose key stands in a row before it."""
    first: dict[tuple[Any, ...], int] = {}
    faults = []
    for row in rows:
        key = tuple(row[name] for name in schema.key)
        before = first.setdefault(key, row[LINE])
        if before != row[LINE]:
            shown = ", ".join(str(part) for part in key if part)
            why = f"{shown} stands already in line {before}, and nobody can say which holds; keep one"
            faults.append(Fault(file, row[LINE], schema.key[-1], why))
    return faults
