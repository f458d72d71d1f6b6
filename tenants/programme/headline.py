"""The board's first lines: one sentence that a chair can read out, and four figures."""

import datetime
from dataclasses import dataclass
from typing import Any

from tenants import quarters
from tenants.programme.board import Board
from tenants.programme.presenters import budgets as baseline
from tenants.programme.presenters import phases, programme
from tenants.programme.sections import latest
from ui import formats


@dataclass(frozen=True)
class Figure:
    """One of the four: `figure` over `label`, with its date and source."""

    figure: Any
    label: str
    as_at: Any = None
    source: str = ""
    note: str = ""


def sentence(board: Board) -> str:
    """`260 people have a personal health budget, against over 2,000 promised by 31 March 2017; 9 of 11 areas …`."""
    if not board.areas:
        return "No area has been set up yet."
    closing = returns_words(board) or _plans_words(board)
    count, quarter = in_place(board)
    if count is None:
        return f"{closing[0].upper()}{closing[1:]}."
    totals = baseline.budgets(board.snapshot)
    promised = ""
    if totals and totals.target and totals.target_by:
        promised = f", against over {totals.target:,} promised by {formats.date(totals.target_by)}"
    when = f" at the end of {formats.month(quarter.last_day)}" if quarter else ""
    have = "had" if quarter else "have"
    return f"{count} people {have} a personal health budget{when}{promised}; {closing}."


def in_place(board: Board) -> tuple[Any, quarters.Quarter | None]:
    """People with a budget: of the newest quarter that all areas signed, else the baseline (no quarter)."""
    quarter = latest.complete_quarter(board)
    if quarter is not None and (count := board.figures.total(quarter, latest.BUDGETS)) is not None:
        return count, quarter
    totals = baseline.budgets(board.snapshot)
    return (totals.in_place, None) if totals else (None, None)


def asked_for(board: Board) -> quarters.Quarter | None:
    """The newest quarter that had ended by the day: the one whose returns come in."""
    return next(iter(quarters.finished_by(board.day)), None)


def returns_words(board: Board) -> str:
    """`9 of 11 areas have sent their return for April to June 2015`; empty before the first return."""
    quarter = asked_for(board)
    if quarter is None or not board.figures.quarters:
        return ""
    return f"{_signed(board, quarter)} of {len(board.areas)} areas have sent their return for {quarter}"


def _signed(board: Board, quarter: quarters.Quarter) -> int:
    return len(board.figures.areas_that_signed(quarter))


def _plans_words(board: Board) -> str:
    confirmed = phases.confirmed_areas(board.snapshot)
    return f"{confirmed} of {len(board.areas)} areas have said in which phase they start"


def figures(board: Board, today: datetime.date) -> list[Figure]:
    """Four figures: people, what is coming (or who has sent), plans, the next milestone."""
    found = [figure for figure in (_people(board), _second(board)) if figure]
    matrix_day = phases.latest(board.snapshot)
    found.append(
        Figure(
            f"{phases.confirmed_areas(board.snapshot)} of {len(board.areas)}",
            "areas have said in which phases they start",
            matrix_day,
            "the areas’ published plans",
        )
    )
    if upcoming := programme.next_milestone(board.snapshot, today):
        label = f"next national milestone: {upcoming.activity}"
        found.append(Figure(formats.month(upcoming.due), label, today, "the national timetable"))
    return found


def _people(board: Board) -> Figure | None:
    count, quarter = in_place(board)
    if count is None:
        return None
    label = "people with a personal health budget in place"
    if quarter is None:
        totals = baseline.budgets(board.snapshot)
        note = "Split not known by group or eligibility"
        return Figure(count, label, totals.as_at if totals else None, totals.source if totals else "", note)
    return Figure(count, label, quarter.last_day, latest.RETURNS, "Rounded to the nearest 5, as published")


def _second(board: Board) -> Figure | None:
    if words := returns_words(board):
        quarter = asked_for(board)
        number, _, rest = words.partition(" areas ")
        return Figure(number, f"areas {rest}", board.day, latest.RETURNS, f"Due by {formats.date(quarter.return_due)}")
    totals = baseline.budgets(board.snapshot)
    if totals is None:
        return None
    note = f"{totals.areas_that_state_a_pipeline} of {len(board.areas)} areas state a figure"
    return Figure(f"At least {totals.in_pipeline}", "more people in the pipeline", totals.as_at, totals.source, note)
