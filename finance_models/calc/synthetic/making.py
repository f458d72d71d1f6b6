"""Making the tables of a sample: in DuckDB, into files, or as pandas tables for a notebook."""

# ruff: noqa: S608 - the SQL is put together of this package's own words, and of a sample that was checked

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from finance_models.calc.assumptions import example
from finance_models.calc.synthetic import activity, people, prices
from finance_models.calc.synthetic.sample import Sample

FORMATS = {"csv": "FORMAT csv, HEADER true", "parquet": "FORMAT parquet"}
MEMORY_LIMIT = "1GB"
OF_SAMPLE = "Assumptions for synthetic data: every figure is illustrative."


@dataclass(frozen=True)
class Files:
    """Where a sample was written. Each name says that the rows are synthetic, or the prices illustrative."""

    people: Path
    activity: tuple[Path, ...]
    unit_costs: Path
    providers: Path
    assumptions: Path


def write(sample: Sample, folder: Path | str, *, kind: str = "csv", activity_files: int = 1) -> Files:
    """Write the four tables and an assumptions file into `folder`; `kind` is csv or parquet.

    The activity goes into so many files, each with the lines of a stretch of people. Raises ValueError with every
    fault of the sample.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if kind not in FORMATS or activity_files < 1:
        raise ValueError(f"Write {' or '.join(FORMATS)}, and the activity into one file or more.")
    stem = f"synthetic-{sample.area}"
    with _connection(sample) as connection:
        connection.execute(f"SET temp_directory = '{_quoted(folder / '.duckdb')}'")
        files = Files(
            people=_copy(connection, _people(), folder / f"{stem}-people.{kind}"),
            activity=tuple(
                _copy(connection, lines, folder / name)
                for lines, name in _activity_parts(sample, activity_files, f"{stem}-activity", kind)
            ),
            unit_costs=_copy(connection, "FROM unit_costs", folder / f"{stem}-illustrative-unit-costs.{kind}"),
            providers=_copy(connection, "FROM providers", folder / f"{stem}-providers.{kind}"),
            assumptions=folder / f"{stem}-assumptions.toml",
        )
    files.assumptions.write_text(
        example.text(start=sample.start, end=sample.end, index=prices.price_index(sample), heading=OF_SAMPLE)
    )
    return files


def tables(sample: Sample) -> dict[str, pd.DataFrame]:
    """The four tables by name, in memory: for a notebook and for tests. Raises ValueError as `write` does."""
    with _connection(sample) as connection:
        found = {
            "people": _people(),
            "activity": activity.table(sample, 0, sample.people),
            "unit_costs": "FROM unit_costs",
            "providers": "FROM providers",
        }
        return {name: connection.execute(sql).df() for name, sql in found.items()}


def _connection(sample: Sample) -> duckdb.DuckDBPyConnection:
    """A connection of our own that holds what the lines are drawn from."""
    if faults := sample.validate():
        raise ValueError(" ".join(faults))
    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
    # Joins as they are written, so that the rows come out in the order of people and lines, always the same.
    connection.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
    connection.execute(people.DRAW.format(seed=sample.seed))
    connection.execute(f"CREATE TABLE person AS {people.table(sample)} ORDER BY number")
    _fill(connection, "service_row", activity.SERVICE_COLUMNS, activity.service_rows(sample))
    _fill(connection, "span", activity.SPAN_COLUMNS, activity.span_rows())
    _fill(connection, "choice", activity.CHOICE_COLUMNS, activity.choice_rows(sample))
    connection.execute(f"CREATE TABLE place AS {activity.PLACE}")
    _fill(connection, "intensity", activity.INTENSITY_COLUMNS, activity.intensity_rows())
    _fill(connection, "unit_costs", prices.UNIT_COST_TYPES, prices.unit_costs(sample))
    _fill(connection, "providers", prices.PROVIDER_TYPES, prices.providers(sample))
    connection.execute(f"CREATE TABLE share AS {activity.shares_of_lines(sample)}")
    return connection


def _fill(connection: duckdb.DuckDBPyConnection, name: str, columns: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """A table of our own rows, as text that the types of the table then read."""
    names = [column.split()[0] for column in columns.split(", ")]
    frame = pd.DataFrame([[str(cell) for cell in row] for row in rows], columns=names)
    connection.execute(f"CREATE TABLE {name} ({columns})")
    connection.register("frame", frame)
    connection.execute(f"INSERT INTO {name} SELECT * FROM frame")
    connection.unregister("frame")


def _people() -> str:
    return f"SELECT {', '.join(people.COLUMNS)} FROM person ORDER BY number"


def _activity_parts(sample: Sample, count: int, stem: str, kind: str) -> list[tuple[str, str]]:
    """The lines of each stretch of people, and the file's name."""
    edges = [sample.people * number // count for number in range(count + 1)]
    names = [f"{stem}.{kind}"] if count == 1 else [f"{stem}-{number}.{kind}" for number in range(1, count + 1)]
    return [
        (activity.table(sample, first, last), name)
        for first, last, name in zip(edges[:-1], edges[1:], names, strict=True)
    ]


def _copy(connection: duckdb.DuckDBPyConnection, sql: str, path: Path) -> Path:
    connection.execute(f"COPY ({sql}) TO '{_quoted(path)}' ({FORMATS[path.suffix[1:]]})")
    return path


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
