"""Published dates by which people will be able to ask: when they moved, and which areas still owe one."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tenants.models import Area
from tenants.returns.models import PublishedPlan

# The groups for which the application promises a published date (targets.csv), each with its promise.
PROMISES = {"learning_disability": "dates_ld", "mental_health": "dates_mh"}
FIRST_PRIORITY = 1


@dataclass(frozen=True)
class Moved:
    """That an area moved its date on a day: None is "no date"."""

    on: datetime.date
    before: datetime.date | None
    after: datetime.date | None
    reason: str


@dataclass(frozen=True)
class Owed:
    """Where the areas stand with a promised date: of `asked` areas `published` have one, and `missing` do not."""

    group: str
    promise: str
    asked: int
    published: int
    missing: tuple[Area, ...]


def moves(history: Iterable[PublishedPlan]) -> list[Moved]:
    """Each time the date changed, the newest first. `history` is newest first, as `queries.plan_history` gives it."""
    rows = list(history)
    return [
        Moved(row.as_at, before.ask_from, row.ask_from, row.reason)
        for row, before in zip(rows, rows[1:], strict=False)
        if row.ask_from != before.ask_from
    ]


def is_missing(
    *, phase: int | None, ask_from: datetime.date | None, actual_start: datetime.date | None, day: datetime.date
) -> bool:
    """Whether a group that is not a first priority has neither started by that day nor a date to ask from."""
    has_started = actual_start is not None and actual_start <= day
    return phase != FIRST_PRIORITY and ask_from is None and not has_started


def standing(areas: Iterable[Area], plans: Mapping[tuple[int, str], PublishedPlan], day: datetime.date) -> list[Owed]:
    """How many areas have published a date, for each promised group; no query of its own.

    `plans` are `queries.plans_as_at(day)`. Only areas that have not made the group a first priority are asked; one
    that has published nothing at all is asked too.
    """
    asked_of = list(areas)
    return [_standing_of(group, promise, asked_of, plans, day) for group, promise in PROMISES.items()]


def _standing_of(
    group: str,
    promise: str,
    areas: list[Area],
    plans: Mapping[tuple[int, str], PublishedPlan],
    day: datetime.date,
) -> Owed:
    found = [(area, plans.get((area.pk, group))) for area in areas]
    asked = [(area, plan) for area, plan in found if plan is None or plan.phase != FIRST_PRIORITY]
    missing = tuple(
        area
        for area, plan in asked
        if plan is None or is_missing(phase=plan.phase, ask_from=plan.ask_from, actual_start=plan.actual_start, day=day)
    )
    return Owed(group, promise, asked=len(asked), published=len(asked) - len(missing), missing=missing)
