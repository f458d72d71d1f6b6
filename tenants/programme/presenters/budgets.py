"""People with personal health budgets: in place, in the pipeline, against the promises."""

from dataclasses import dataclass

from disclosure import PublishedCount, already_public, rate_per
from files.offers import Offers
from files.people import ALREADY_PUBLIC
from files.tables import Table, numeric
from tenants.models import BudgetBaseline
from tenants.presenters import sources
from tenants.programme.queries import Snapshot
from ui.charts import Bar, BarChart

SPLIT_NOT_KNOWN = "Split not known"
NOT_STATED = "Not stated"
TARGET_KEYS = ("phb_chc", "phb_other")


@dataclass(frozen=True)
class Budgets:
    """The network's baseline. `in_pipeline` counts only the areas that say something: "at least"."""

    in_place: PublishedCount
    in_pipeline: PublishedCount
    areas_that_state_a_pipeline: int
    target: int
    target_by: object
    source: str
    as_at: object


def budgets(board: Snapshot) -> Budgets | None:
    """The totals, or None where no baseline has been loaded.

    The application's own figures are public already, so they stand as published, each with its source.
    """
    rows = list(board.baselines.values())
    if not rows:
        return None
    stated = [row.in_pipeline for row in rows if row.in_pipeline is not None]
    targets = [promise for promise in board.promises if promise.key in TARGET_KEYS]
    return Budgets(
        in_place=_public(sum(row.in_place for row in rows), rows[0]),
        in_pipeline=_public(sum(stated), rows[0]),
        areas_that_state_a_pipeline=len(stated),
        target=sum(promise.target_number or 0 for promise in targets),
        target_by=max((promise.by for promise in targets), default=None),
        source=rows[0].source,
        as_at=max(row.as_at for row in rows),
    )


def by_area(board: Snapshot) -> Table:
    """Columns: area, in place, in the pipeline, approximate population, in place per 100,000 people."""
    rows: list[list[object]] = []
    for area in board.areas:
        baseline = board.baselines.get(area.pk)
        count = _public(baseline.in_place, baseline) if baseline else None
        population = area.approx_population_2014
        rows.append(
            [
                area.name,
                count if count is not None else "Not known",
                _pipeline_words(baseline),
                f"About {population:,}" if population else "Not known",
                rate_per(count, population) if count is not None and population else "Not known",
            ]
        )
    return Table(
        key="budgets",
        caption="Personal health budgets by area",
        head=(
            "Area",
            numeric("In place"),
            "In the pipeline",
            numeric("People living here (approximate)"),
            numeric("In place per 100,000 people (approximate)"),
        ),
        rows=tuple(rows),
        as_at=_date(board),
        source=_source(board),
        people=ALREADY_PUBLIC,
        note="Populations are rounded estimates for 2014, so the rates are approximate too.",
    )


def by_area_chart(board: Snapshot, downloads: Offers | None = None) -> BarChart:
    """People with a budget in each area, in the network's order."""
    bars = []
    for area in board.areas:
        baseline = board.baselines.get(area.pk)
        bars.append(Bar(area.short_name, baseline.in_place if baseline else None))
    return BarChart(
        id="budgets-by-area",
        title="Personal health budgets in place",
        description=_largest(board),
        category="Area",
        measure="Budgets in place",
        bars=tuple(bars),
        as_at=_date(board),
        source=_source(board),
        downloads=downloads,
    )


def against_targets(board: Snapshot) -> Table:
    """Columns: promise, target, where it stands. The baseline has no split, so only the sum can be compared."""
    totals = budgets(board)
    promises = [promise for promise in board.promises if promise.key in TARGET_KEYS]
    rows: list[list[object]] = [
        [_capital(promise.statement), promise.target_words, promise.by, SPLIT_NOT_KNOWN] for promise in promises
    ]
    if promises and totals:
        rows.append(["Both together", f"{totals.target:,}", totals.target_by, str(totals.in_place)])
    return Table(
        key="targets",
        caption="Against what was promised",
        head=("Promise", numeric("Target: over"), "By", numeric("In place")),
        rows=tuple(rows),
        as_at=_date(board),
        source=_source(board),
        people=ALREADY_PUBLIC,
        note="The source does not say how many of these people are eligible for NHS Continuing Healthcare.",
    )


def pools(board: Snapshot) -> Table:
    """Columns: area, group, people, who they are: those whom areas had already found."""
    told = sources.of_file("eligible_pools.csv", board.loaded)
    return Table(
        key="eligible-pools",
        caption="People already found who may be eligible",
        head=("Area", "Group", "People", "Who they are"),
        rows=tuple(
            [
                pool.area.name,
                pool.get_group_display(),
                _capital(f"{pool.qualifier} {pool.people:,}".strip()),
                _capital(pool.what),
            ]
            for pool in board.pools
        ),
        as_at=told.as_at if told else _date(board),
        source=board.pools[0].source if board.pools else "",
        people=ALREADY_PUBLIC,
    )


def _public(value: int, baseline: BudgetBaseline) -> PublishedCount:
    return already_public(value, source=baseline.source, as_at=baseline.as_at)


def _pipeline_words(baseline: BudgetBaseline | None) -> str:
    if baseline is None or baseline.in_pipeline is None:
        return NOT_STATED
    note = f" ({baseline.pipeline_note})" if baseline.pipeline_note not in ("", "in pipeline") else ""
    return f"{baseline.in_pipeline:,}{note}"


def _largest(board: Snapshot) -> str:
    """One sentence that says what the chart shows."""
    ordered = sorted(board.baselines.values(), key=lambda row: (-row.in_place, row.area_id))
    names = {area.pk: area.name for area in board.areas}
    if not ordered or ordered[0].area_id not in names:
        return "No area has stated a figure."
    first, last = ordered[0], ordered[-1]
    return (
        f"{names[first.area_id]} has the most, {first.in_place:,}; "
        f"{names.get(last.area_id, 'another area')} has the fewest, {last.in_place:,}."
    )


def _date(board: Snapshot) -> object:
    return max((row.as_at for row in board.baselines.values()), default=None)


def _source(board: Snapshot) -> str:
    return next((row.source for row in board.baselines.values()), "")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
