"""The table that cohorts are counted from: what is known of each person of a data version, without their pseudonyms.

Making it costs every line, which takes seconds to minutes, so a job makes it; counting from it takes a moment. It is
kept beside the versions, under a name that says what it was made from: anything else finds no table.
"""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

import audit
from files.private_storage import OWNER_ONLY_FILE
from finance_models.assumptions.actions import parse
from finance_models.governance import queries as governance
from finance_models.loading import folders, opening
from finance_models.loading import queries as data
from finance_models.models import AssumptionSet, DataVersion, PriceTable
from finance_models.prices import queries as prices
from finance_models.runs import code
from finance_models.runs.errors import RunRefused

MOST_KEPT = 4  # a table for each of so many data versions and scenarios of an area; the oldest goes
LETTERS = 32
COUNT_MEMORY, COUNT_THREADS = "256MB", 1
Progress = Callable[[int, int | None, str], None]


@dataclass(frozen=True)
class Made:
    """What a table is made from; `path` is where it lies once it is made."""

    version: DataVersion
    assumptions: AssumptionSet
    unit_costs: PriceTable | None
    providers: PriceTable | None
    objecting: frozenset[str]
    path: Path

    @property
    def is_there(self) -> bool:
        """Whether it can be counted from."""
        return self.path.is_file()

    @property
    def window_days(self) -> int:
        """Days of the base year."""
        return parse(self.assumptions.text).window.days


def wanted(area: Any, assumptions: AssumptionSet) -> Made | None:
    """The table of the data in use, today's prices and objections, and these assumptions; None without data."""
    version = data.in_use()
    if version is None:
        return None
    costs, providers = prices.latest("unit_costs"), prices.latest("providers")
    objecting = governance.objecting()
    terms = parse(assumptions.text)
    parts = (
        version.checksum,
        costs.checksum if costs else "",
        providers.checksum if providers else "",
        repr((terms.window, terms.costing)),
        "\n".join(sorted(objecting)),
        code.version(),
    )
    digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:LETTERS]
    path = folders.features(area) / f"{version.folder}-{digest}.parquet"
    return Made(version, assumptions, costs, providers, objecting, path)


@transaction.atomic
def make(*, area: Any, assumptions: AssumptionSet, by: Any, on_progress: Progress | None = None) -> Made:
    """Make the table where it isn't there yet. Raises RunRefused without data, DataChanged, Refused."""
    from finance_models.calc import cohorts, costing

    say = on_progress or (lambda done, total, words: None)
    found = wanted(area, assumptions)
    if found is None:
        raise RunRefused("No data version is in use, so there is nobody to count. Load data first.")
    if found.is_there:
        return found
    facts = {"unit_costs": found.unit_costs, "providers": found.providers, "objecting": found.objecting}
    say(1, 3, "Opening the data")
    with opening.opened(area, found.version, **facts) as linked:
        terms = parse(assumptions.text)
        say(2, 3, "Costing each line")
        people = cohorts.features(costing.cost(linked, terms.window, terms.costing))
        _write(people.select(*cohorts.COUNTED), found.path)
    _forget_oldest(found.path.parent)
    detail = {"version": found.version.number}
    audit.record(action="finance.cohort_table", by=by, area=area, object=found.version, detail=detail)
    return found


def count(made: Made, definition: Any) -> Any:
    """Everybody, the cohort and its steps, as `calc.cohorts.count` gives them, from a table that is there."""
    from finance_models.calc import cohorts, engine

    connection = engine.connect(engine.DUCKDB, memory=COUNT_MEMORY, threads=COUNT_THREADS)
    try:
        return cohorts.count(connection.read_parquet(str(made.path)), definition)
    finally:
        connection.disconnect()


def _write(people: Any, path: Path) -> None:
    """The whole table or none: whoever looks sees it only when it is complete."""
    half = path.with_suffix(f".{os.getpid()}")
    path.parent.mkdir(mode=folders.OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
    path.parent.chmod(folders.OWNER_ONLY_FOLDER)
    try:
        people.to_parquet(str(half))
        half.chmod(OWNER_ONLY_FILE)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def _forget_oldest(place: Path) -> None:
    """Keep the newest few; the others are made again when they are asked for."""
    there = sorted(place.glob("*.parquet"), key=lambda each: each.stat().st_mtime, reverse=True)
    for path in there[MOST_KEPT:]:
        path.unlink(missing_ok=True)
