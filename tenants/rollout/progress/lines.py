"""One line for each list on the overview, and what of it has a day."""

import datetime
from collections import Counter
from typing import Any

from django.urls import reverse

from config.today import today
from tenants import groups
from tenants.models import Area, Promise
from tenants.rollout import queries
from tenants.rollout.models import ComponentMaturity, KeyAction, PromiseStanding
from tenants.rollout.parts import Due
from tenants.rollout.progress.kinds import ACTIONS, MATURITY, PROMISES
from tenants.rollout.progress.tables import item_address

# Components are looked at again with each implementation cohort: twice a year.
MATURITY_HOLDS = datetime.timedelta(days=182)
# Promises that are a date: the group whose plan has to publish one, where the area has not begun with it.
DATE_PROMISES = {"dates_ld": "learning_disability", "dates_mh": "mental_health"}
FIRST_PHASE = 1


def maturity_words(area: Area) -> str:
    """`7 of 10 assessed; 3 of them in use or the usual way.`"""
    levels = [row.level for row in ComponentMaturity.objects.all()]
    if not levels:
        return "None of the ten service components is assessed yet."
    used = sum(level >= 3 for level in levels)
    return f"{len(levels)} of {len(MATURITY.items())} service components assessed; {used} in use or the usual way."


def maturity_dues(area: Area) -> list[Due]:
    """Components without an assessment, and when the oldest assessment is half a year old."""
    href = reverse("rollout:maturity", args=[area.slug])
    found = list(ComponentMaturity.objects.all())
    missing = len(MATURITY.items()) - len(found)
    dues = [Due(f"Assess {_counted(missing, 'service component')}", href, None)] if missing else []
    if found:
        oldest = min(row.assessed_on for row in found)
        dues.append(Due("Look at the service components again", href, oldest + MATURITY_HOLDS))
    return dues


def action_words(area: Area) -> str:
    """`4 of 10 done, 2 late.`"""
    rows = list(KeyAction.objects.all())
    done = sum(row.done_on is not None for row in rows)
    late = sum(_is_late(row) for row in rows)
    return (
        f"{done} of {len(ACTIONS.items())} done, {late} late." if rows else "Nothing said of the ten key actions yet."
    )


def action_dues(area: Area) -> list[Due]:
    """Planned dates of actions that are not done."""
    names = {item.value: item for item in ACTIONS.items()}
    return [
        Due(f"Key action: {names[row.number].name}", item_address(area, ACTIONS, names[row.number]), row.planned_by)
        for row in KeyAction.objects.filter(done_on__isnull=True, planned_by__isnull=False)
    ]


def promise_words(area: Area) -> str:
    """`8 promises: 3 on course, 1 at risk, 4 not said yet.`"""
    said = Counter(row.get_status_display().lower() for row in PromiseStanding.objects.all())
    count = Promise.objects.count()
    if silent := count - said.total():
        said["not said yet"] = silent
    told = ", ".join(f"{number} {words}" for words, number in said.items())
    return f"{_counted(count, 'promise')}: {told}." if count else "The application's promises are not loaded."


def promise_dues(area: Area) -> list[Due]:
    """Promises that are open, by the day expected; and dates that plans have to publish, by the promise's own day."""
    items = {item.key: item for item in PROMISES.items()}
    open_ones = PromiseStanding.objects.filter(status__in=["not_started", "on_course", "at_risk"], key__in=items)
    dues = [
        Due(f"Promise: {items[row.key].name}", item_address(area, PROMISES, items[row.key]), row.expected_by)
        for row in open_ones
        if row.expected_by
    ]
    return [*dues, *_dates_to_publish(area, items)]


def _dates_to_publish(area: Area, items: dict[str, Any]) -> list[Due]:
    plans = {plan.group: plan for plan in queries.plans()}
    return [
        Due(
            f"{groups.BY_KEY[group].name}: publish the date from which they can ask",
            reverse("rollout:plan", args=[area.slug, groups.BY_KEY[group].slug]),
            items[key].given.by,
        )
        for key, group in DATE_PROMISES.items()
        if key in items and group in plans and plans[group].phase != FIRST_PHASE and not plans[group].ask_from
    ]


def _is_late(row: KeyAction) -> bool:
    return row.done_on is None and row.planned_by is not None and row.planned_by < today()


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
