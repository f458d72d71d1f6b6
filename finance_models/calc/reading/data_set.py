"""A linked data set as a whole: all its files read, and every fault of all of them at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from files.faults import Fault, Refused
from finance_models.calc import linked
from finance_models.calc.linked import LinkedData
from finance_models.calc.reading.loading import Load, Progress, load
from finance_models.calc.reading.price_tables import Prices, read_prices
from finance_models.calc.tables import ACTIVITY, PEOPLE


@dataclass
class DataSet:
    """What was read: two tables as Parquet, and the prices."""

    people: Load
    activity: Load
    prices: Prices

    @property
    def warnings(self) -> list[str]:
        """What people should know though the files were read."""
        return [*self.people.warnings, *self.activity.warnings, *self.prices.warnings]

    def fault_lines(self) -> Iterator[str]:
        """`FILE:LINE: column: why` for each cell that rejected its row."""
        yield from self.people.fault_lines()
        yield from self.activity.fault_lines()
        for file in self.prices.files:
            yield from file.fault_lines()

    def open(self, connection: Any) -> LinkedData:
        """The tables in an engine."""
        return linked.open_parquet(
            connection,
            people=self.people.folder,
            activity=self.activity.folder,
            unit_costs=self.prices.unit_costs,
            factors=self.prices.factors,
        )


def read_data_set(
    folder: Path,
    *,
    people: str | Path,
    activity: Sequence[str | Path],
    unit_costs: str | Path,
    providers: str | Path,
    partitions: int = 1,
    progress: Progress = lambda rows: None,
) -> DataSet:
    """Read all files of a data set into `folder`.

    Raises `files.faults.Refused` with the faults of all of them; then nothing in the folder is of use.
    """
    faults: list[Fault] = []
    prices = persons = lines = None
    try:
        prices = read_prices(unit_costs, providers)
    except Refused as refusal:
        faults += refusal.found
    try:
        persons = load(PEOPLE, [people], folder / PEOPLE.name, partitions=partitions)
    except Refused as refusal:
        faults += refusal.found
    try:
        lines = load(ACTIVITY, activity, folder / ACTIVITY.name, partitions=partitions, progress=progress)
    except Refused as refusal:
        faults += refusal.found
    if faults or prices is None or persons is None or lines is None:
        # Who has to mend one file may as well mend the rows of the others.
        good = [*(persons.files if persons else ()), *(lines.files if lines else ()), *(prices.files if prices else ())]
        raise Refused([*faults, *(fault for file in good for fault in file.faults)])
    return DataSet(persons, lines, prices)
