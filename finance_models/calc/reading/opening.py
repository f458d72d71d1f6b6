"""Which reader a file needs, by its ending."""

from pathlib import Path

from files.faults import refused
from files.guard import INSTEAD
from finance_models.calc.reading import csv_exact, csv_quick, csv_text, workbook
from finance_models.calc.reading.blocks import Source

ENDINGS = (".csv", ".xlsx", ".parquet")


def open_source(path: Path, table: str) -> Source:
    """Open a file of a table by its ending; raises `files.faults.Refused`."""
    name, ending = str(path), path.suffix.lower()
    if ending not in ENDINGS:
        wanted = ", ".join(ENDINGS)
        raise refused(name, f"is none of {wanted}; {INSTEAD.get(ending, 'save the table as one of them')}")
    if path.is_dir():
        raise refused(name, "is a folder; choose the file in it")
    if ending == ".xlsx":
        return workbook.open_workbook(path, name, table)
    if ending == ".parquet":
        from finance_models.calc.reading import parquet

        return parquet.open_parquet(path, name)
    text = csv_text.examine(path, name)
    return Source(
        name,
        text.headings,
        blocks=lambda names: (csv_quick if text.is_simple else csv_exact).blocks(text, names),
        exactly=lambda names: csv_exact.blocks(text, names),
        warnings=text.warnings,
    )
