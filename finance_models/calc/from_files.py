"""A data set straight from its files, for a run that keeps nothing: commands, notebooks, benchmarks."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from finance_models.calc import engine
from finance_models.calc.linked import LinkedData
from finance_models.calc.reading import DataSet, read_data_set


@contextmanager
def opened(
    *,
    people: str | Path,
    activity: Sequence[str | Path],
    unit_costs: str | Path,
    providers: str | Path,
    scratch: str | Path | None = None,
) -> Iterator[tuple[DataSet, LinkedData]]:
    """The files' rows with what became of them, and the same in an engine; gone afterwards.

    Raises `files.faults.Refused` with every fault of all files. `scratch` is where the typed copy lies meanwhile: about
    an eighth of the text.
    """
    with tempfile.TemporaryDirectory(prefix="ipc-finance-", dir=scratch) as folder:
        data_set = read_data_set(
            Path(folder), people=people, activity=activity, unit_costs=unit_costs, providers=providers
        )
        connection = engine.connect(scratch=Path(folder) / "engine")
        try:
            yield data_set, data_set.open(connection)
        finally:
            connection.disconnect()
