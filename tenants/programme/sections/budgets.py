"""People with a budget over time: planned, signed, and what it would come to if it went on like this."""

import datetime
from typing import Any

from disclosure import PublishedCount
from files.people import hidden_by
from files.tables import Table, numeric
from tenants import quarters
from tenants.programme import projecting
from tenants.programme.board import Board
from tenants.programme.presenters import budgets as baseline
from tenants.programme.projecting_words import month, reaching
from tenants.programme.sections import latest, told
from tenants.programme.sections.base import Built, Section
from tenants.returns.models import PublishedTrajectory
from tenants.returns.queries import latest_as_at
from tenants.returns.totals import KEYS
from ui.charts import LineChart, Series, Target

HEALTH_BUDGETS = "phb"
LAST_SHOWN = quarters.Quarter(2017, 1)  # the quarter in which the promises end
METHOD = (
    "The projection goes on from the baseline and the quarters for which all areas have signed, by what a quarter has "
    "added on average; in 8 of 10 cases the figure lies within the interval, if quarters go on to differ as they did. "
    "It knows nothing of what is planned. The baseline of November 2014 counts as the end of September."
)
ROUNDED_TO = 5
TARGETS = {"phb_chc": "adult_chc", "phb_other": "others"}


def build(board: Board) -> Built:
    """The trajectory once returns are signed; before that the baseline's own chart and tables."""
    tables = (baseline.by_area(board.snapshot), baseline.against_targets(board.snapshot))
    bars = baseline.by_area_chart(board.snapshot, board.downloads("budgets"))
    if not board.figures.quarters:
        return Built(_baseline_words(board), charts=(bars,), tables=tables)
    chart = _trajectory(board)
    sample = any(board.figures.is_sample(quarter) for quarter in board.figures.quarters)
    trajectory = told.table_of(chart, sample=sample, people=hidden_by(), note=METHOD)
    shown = (trajectory, targets_table(board), by_area_table(board), *tables)
    return Built(chart.description, charts=(chart, bars), tables=shown)


def _baseline_words(board: Board) -> str:
    totals = baseline.budgets(board.snapshot)
    return f"{totals.in_place} people had a budget when the programme began." if totals else "No figures yet."


def _now_words(board: Board) -> str:
    quarter = latest.complete_quarter(board)
    if quarter is None:
        return "No quarter has been signed by all areas yet."
    count = board.figures.total(quarter, latest.BUDGETS)
    return f"{_people(count)} had a budget at the end of {month(quarter)}."


def _people(count: PublishedCount | None) -> str:
    return "The number of people who" if count is None else f"{count} people"


def _trajectory(board: Board) -> LineChart:
    """Plan, actual and projection by quarter, from the baseline's quarter to the promises' last."""
    shown = _quarters()
    counts = {quarter: board.figures.total(quarter, latest.BUDGETS) for quarter in shown}
    target = sum(promise.target_number or 0 for promise in board.snapshot.promises if promise.key in TARGETS)
    forecast = _forecast(board, counts)
    series = [_planned(board, shown), _actual(board, shown, counts)]
    if forecast is not None:
        series.append(_projected(shown, forecast))
    return LineChart(
        id="trajectory",
        title="People with a personal health budget, over time",
        description=f"{_now_words(board)} {reaching(forecast, target, what='promised')}".strip(),
        category="Quarter",
        labels=tuple(f"{month(quarter)}{_part(board, quarter)}" for quarter in shown),
        series=tuple(series),
        target=Target(target, "Promised", "March 2017") if target else None,
        as_at=board.day,
        source=_source(board),
        downloads=board.downloads("trajectory"),
    )


def _quarters() -> list[quarters.Quarter]:
    found = [quarters.Quarter(quarters.FIRST_YEAR, quarters.FIRST_NUMBER)]
    while found[-1] < LAST_SHOWN:
        found.append(found[-1].next)
    return found


def _part(board: Board, quarter: quarters.Quarter) -> str:
    """` (9 of 11 areas)` where some areas have not signed."""
    signed = len(board.figures.areas_that_signed(quarter))
    return f" ({signed} of {len(board.areas)} areas)" if 0 < signed < len(board.areas) else ""


def _planned(board: Board, shown: list[quarters.Quarter]) -> Series:
    revisions = list(latest_as_at(PublishedTrajectory, board.day))
    values: list[int | None] = []
    for quarter in shown:
        points = [
            number
            for revision in revisions
            for by_quarter in revision.points.get(HEALTH_BUDGETS, {}).values()
            if (number := by_quarter.get(quarter.key)) is not None
        ]
        values.append(sum(points) if points else None)
    name = f"Plan ({len(revisions)} of {len(board.areas)} areas)" if len(revisions) < len(board.areas) else "Plan"
    return Series(name, tuple(values), "plan")


def _actual(board: Board, shown: list[quarters.Quarter], counts: dict[Any, PublishedCount | None]) -> Series:
    values = tuple(count.shown if (count := counts[quarter]) else None for quarter in shown)
    texts = tuple("" if counts[quarter] is None else counts[quarter] for quarter in shown)
    return Series("Signed returns", values, "actual", shown=texts)


def _forecast(board: Board, counts: dict[quarters.Quarter, PublishedCount | None]) -> projecting.Projection | None:
    """From the baseline and the quarters that every area signed: others would look like a fall."""
    everybody = {area.slug for area in board.areas}
    known = {
        quarter: count.shown
        for quarter, count in counts.items()
        if count is not None and count.shown is not None and everybody <= board.figures.areas_that_signed(quarter)
    }
    start = baseline.budgets(board.snapshot)
    if start is not None and isinstance(start.as_at, datetime.date) and start.in_place.shown is not None:
        known.setdefault(quarters.of(start.as_at).previous, start.in_place.shown)
    return projecting.project(known, rounded_to=ROUNDED_TO)


def _projected(shown: list[quarters.Quarter], forecast: projecting.Projection) -> Series:
    by_quarter = {point.quarter: point for point in forecast.until(LAST_SHOWN)}
    found = [by_quarter.get(quarter) for quarter in shown]
    return Series(
        "Projection",
        tuple(round(point.expected) if point else None for point in found),
        "forecast",
        low=tuple(round(point.low) if point and point.low is not None else None for point in found),
        high=tuple(round(point.high) if point and point.high is not None else None for point in found),
        interval="80% interval",
    )


def targets_table(board: Board) -> Table:
    """Columns: promise, target, by, people in place. Of the newest quarter that all areas signed."""
    quarter = latest.complete_quarter(board)
    rows = []
    for promise in board.snapshot.promises:
        if promise.key not in TARGETS:
            continue
        count = board.figures.total(quarter, TARGETS[promise.key]) if quarter else None
        words = promise.statement[:1].upper() + promise.statement[1:]
        rows.append([words, promise.target_words, promise.by, "Not known" if count is None else count])
    return Table(
        key="targets-now",
        caption="Against what was promised, from signed returns",
        head=("Promise", numeric("Target: over"), "By", numeric("In place")),
        rows=tuple(rows),
        as_at=quarter.last_day if quarter else None,
        source=_source(board),
        people=hidden_by(),
        sample=bool(quarter and board.figures.is_sample(quarter)),
    )


def by_area_table(board: Board) -> Table:
    """Columns: area, then people with a budget at the end of each quarter for which something was released."""
    shown = [quarter for quarter in _quarters() if quarter in board.figures.quarters]
    rows = [[area.short_name, *(_of_area(board, area.slug, quarter) for quarter in shown)] for area in board.areas]
    rows.append(
        ["All that have signed", *(_or_left_out(board.figures.total(quarter, latest.BUDGETS)) for quarter in shown)]
    )
    return Table(
        key="budgets-by-quarter",
        caption="People with a budget at the end of each quarter",
        head=("Area", *(numeric(month(quarter)) for quarter in shown)),
        rows=tuple(rows),
        as_at=board.day,
        source=_source(board),
        people=hidden_by(),
        note=f"An area that has not signed for a quarter has no figure there, and the last row leaves it out. "
        f"{latest.left_out_words(board, shown, [KEYS[latest.BUDGETS]])}".strip(),
        sample=any(board.figures.is_sample(quarter) for quarter in shown),
    )


def _of_area(board: Board, slug: str, quarter: quarters.Quarter) -> Any:
    if slug not in board.figures.areas_that_signed(quarter):
        return "Not sent"
    return _or_left_out(board.figures.area_total(slug, quarter, latest.BUDGETS))


def _or_left_out(count: PublishedCount | None) -> Any:
    return "Left out" if count is None else count


def _source(board: Board) -> str:
    sample = any(board.figures.is_sample(quarter) for quarter in board.figures.quarters)
    return told.with_sample(latest.RETURNS, sample)


SECTION = Section(
    "budgets",
    "Personal health budgets",
    "A personal health budget is money for a person’s health and care, which they plan themselves.",
    build,
    tables=("trajectory", "targets-now", "budgets-by-quarter", "budgets", "targets"),
)
