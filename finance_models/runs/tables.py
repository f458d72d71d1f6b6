"""The one shape of every table that is made of a run: its day, its source, and whether it is a sample."""

from typing import Any

from files.people import OWN_TEAM
from files.tables import Table
from finance_models.models import Run
from finance_models.runs.words import source_line


def table_of(run: Run, key: str, caption: str, head: Any, rows: list[list[Any]], note: str = "") -> Table:
    """A table of the run's results, for the area's own team: true counts."""
    return Table(
        key=key,
        caption=caption,
        head=head,
        rows=tuple(rows),
        as_at=run.made_on,
        source=source_line(run),
        note=note,
        people=OWN_TEAM,
        sample=run.inputs.get("is_sample", False),
    )
