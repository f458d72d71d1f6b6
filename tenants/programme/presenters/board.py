"""The board's page, put together."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from files.offers import Offers
from files.tables import Table
from tenants.models import NationalMilestone
from tenants.programme.presenters import budgets, phases, programme
from tenants.programme.queries import Snapshot
from ui import formats
from ui.charts import BarChart, PhaseMatrix, Timeline

# In an address, in place of a table's key: all of them in one file.
ALL_TABLES = "board"


@dataclass(frozen=True)
class BoardPage:
    """Everything the template composes."""

    sentence: str
    has_areas: bool
    area_count: int
    confirmed_areas: int
    budgets: budgets.Budgets | None
    sites: int | None
    next_milestone: NationalMilestone | None
    matrix: PhaseMatrix
    chart: BarChart
    milestones: Timeline
    cohorts: Timeline
    tables: dict[str, Table]
    downloads: dict[str, Offers]


def present(board: Snapshot, *, today: datetime.date, downloads: Callable[[str], Offers]) -> BoardPage:
    """The page for a snapshot; `downloads` gives what is offered of a table by its key."""
    matrix = phases.matrix(board, downloads("phases"))
    ready = tables(board, matrix)
    return BoardPage(
        sentence=sentence(board),
        has_areas=bool(board.areas),
        area_count=len(board.areas),
        confirmed_areas=phases.confirmed_areas(board),
        budgets=budgets.budgets(board),
        sites=sum(row.sites for row in board.sites.values()) if board.sites else None,
        next_milestone=programme.next_milestone(board, today),
        matrix=matrix,
        chart=budgets.by_area_chart(board, downloads("budgets")),
        milestones=programme.milestone_timeline(board, today, downloads("milestones")),
        cohorts=programme.cohort_timeline(board, today, downloads("implementation-cohorts")),
        tables=ready,
        downloads={key: downloads(key) for key in (*ready, ALL_TABLES)},
    )


def tables(board: Snapshot, matrix: PhaseMatrix | None = None) -> dict[str, Table]:
    """Every table of the page by its key, as shown and as downloaded; `matrix` where it has been built already."""
    found = [
        phases.table(matrix or phases.matrix(board)),
        phases.counts_table(board),
        budgets.by_area(board),
        budgets.against_targets(board),
        budgets.pools(board),
        programme.promises_table(board),
        programme.sites_table(board),
        programme.milestones_table(board),
        programme.cohorts_table(board),
    ]
    return {table.key: table for table in found}


def charts_on_paper(board: Snapshot) -> tuple[BarChart, ...]:
    """The charts that are printed above the tables: those that aren't tables themselves."""
    return (budgets.by_area_chart(board),) if board.baselines else ()


def sentence(board: Snapshot) -> str:
    """One sentence that a chair can read out."""
    totals = budgets.budgets(board)
    count = len(board.areas)
    if not count:
        return "No area has been set up yet."
    planned = f"{phases.confirmed_areas(board)} of {count} areas have said in which phase they start"
    if totals is None:
        return f"{planned}."
    promised = ""
    if totals.target and totals.target_by:
        promised = f", against over {totals.target:,} promised by {formats.date(totals.target_by)}"
    return f"{totals.in_place} people have a personal health budget{promised}; {planned}."
