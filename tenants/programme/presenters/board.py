"""The board's page, put together."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from files.tables import Table
from tenants.models import NationalMilestone
from tenants.programme.presenters import budgets, phases, programme
from tenants.programme.queries import Snapshot
from ui import formats
from ui.charts import BarChart, PhaseMatrix, Timeline


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
    downloads: dict[str, str]


def present(board: Snapshot, *, today: datetime.date, download: Callable[[str], str]) -> BoardPage:
    """The page for a snapshot; `download` gives the address of a table's CSV by its key."""
    ready = tables(board)
    return BoardPage(
        sentence=sentence(board),
        has_areas=bool(board.areas),
        area_count=len(board.areas),
        confirmed_areas=phases.confirmed_areas(board),
        budgets=budgets.budgets(board),
        sites=sum(row.sites for row in board.sites.values()) if board.sites else None,
        next_milestone=programme.next_milestone(board, today),
        matrix=phases.matrix(board, download("phases")),
        chart=budgets.by_area_chart(board, download("budgets")),
        milestones=programme.milestone_timeline(board, today, download("milestones")),
        cohorts=programme.cohort_timeline(board, today, download("implementation-cohorts")),
        tables=ready,
        downloads={key: download(key) for key in ready},
    )


def tables(board: Snapshot) -> dict[str, Table]:
    """Every table of the page by its key, as shown and as downloaded."""
    matrix = phases.matrix(board, "")
    found = [
        Table("phases", matrix.title, tuple(matrix.head()), tuple(matrix.rows()), phases.latest(board), matrix.source),
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
