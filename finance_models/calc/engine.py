"""The query engine: expressions are written once, in ibis, and run on DuckDB in this process or on a Spark cluster."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ibis

if TYPE_CHECKING:
    import pyarrow as pa

DUCKDB = "duckdb"
# What the engine may hold before it writes to its temporary folder. Reading and results need some more beside it.
MEMORY = "1GB"


def connect(kind: str = "", *, memory: str = MEMORY, threads: int = 0, scratch: str | Path | None = None) -> Any:
    """An ibis connection; `kind` as the setting IPC_FINANCE_ENGINE says it, which is asked where none is given.

    `scratch` is a folder for what doesn't fit into `memory`. Spark needs pyspark, in an environment of its own.
    """
    kind = kind or os.environ.get("IPC_FINANCE_ENGINE", DUCKDB)
    if kind != DUCKDB:
        return _spark(kind)
    threads = threads or len(os.sched_getaffinity(0))
    options: dict[str, Any] = {"threads": threads, "memory_limit": memory, "preserve_insertion_order": False}
    if scratch is not None:
        options["temp_directory"] = str(scratch)
    return ibis.duckdb.connect(**options)


def keep(connection: Any, made: ibis.Table) -> ibis.Table:
    """Work an expression out once, and keep the result while the connection lasts."""
    if connection.name != DUCKDB:
        return made.cache()
    return connection.create_table(ibis.util.gen_name("kept"), made, temp=True)


def table_of(connection: Any, rows: "pa.Table") -> ibis.Table:
    """A few rows of ours as a table of the engine, there while the connection lasts."""
    name = ibis.util.gen_name("rows")
    if connection.name == DUCKDB:
        return connection.create_table(name, rows, temp=True)
    from pyspark.sql import SparkSession

    SparkSession.getActiveSession().createDataFrame(rows).createOrReplaceTempView(name)
    return connection.table(name)


def _spark(master: str) -> Any:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(master)
    if master.startswith("local"):
        # For one machine; a cluster has settings of its own.
        builder = builder.config("spark.sql.shuffle.partitions", "8").config("spark.ui.showConsoleProgress", "false")
    session = (
        builder.appName("ipc-finance")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.ansi.enabled", "true")  # a number that doesn't fit is a fault, and never NULL
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    return ibis.pyspark.connect(session)
