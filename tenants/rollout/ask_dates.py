"""What an area's public pages answer for each group, and where it still owes a date: for the area's own team."""

import datetime
from typing import Any

from django.urls import reverse

from config.today import today
from files.tables import Table
from tenants import groups
from tenants.models import Area
from tenants.presenters import your_turn
from tenants.presenters.your_turn_changes import day_words
from tenants.returns import ask_dates
from tenants.returns.models import PublishedPlan
from tenants.rollout import presenters, queries
from tenants.rollout.models import GroupPlan
from tenants.rollout.parts import Due
from tenants.your_turn_addresses import your_turn_address


def words(area: Area) -> str:
    """`1 of 4 groups has neither started nor a date from which people can ask.`"""
    plans = queries.plans()
    owed = sum(presenters.owes_a_date(plan, today()) for plan in plans)
    if not owed:
        return "Every group has started, or says from when people can ask."
    verb = "has" if owed == 1 else "have"
    return f"{owed} of {len(plans)} groups {verb} neither started nor a date from which people can ask."


def dues(area: Area) -> list[Due]:
    """The dates that the area owes: by the day of the promise; missing where the application promises none."""
    promises = queries.promises()
    found = []
    for plan in queries.plans():
        if presenters.owes_a_date(plan, today()):
            promise = promises.get(ask_dates.PROMISES.get(plan.group, ""))
            if promise is not None:
                what = f"{plan.get_group_display()}: publish from when people can ask"
                found.append(Due(what, _change_address(area, plan), promise.by))
    return found


def table(area: Area, plans: list[GroupPlan], day: datetime.date) -> Table:
    """Columns: group, what the public page answers, asked from, how often that date moved, what is missing."""
    history = _history(area)
    promises = queries.promises()
    return Table(
        key="your-turn",
        caption="What people read about each group",
        head=("Group", "The public page answers", "People can ask from", "The date moved", "Missing"),
        rows=tuple(_row(area, plan, history.get(plan.group, []), promises, day) for plan in plans),
        as_at=day,
        source=f"{area.name}'s published plan",
        sample=any(row.is_sample for rows in history.values() for row in rows),
    )


def _row(area: Area, plan: GroupPlan, history: list[PublishedPlan], promises: Any, day: datetime.date) -> list[Any]:
    moved = your_turn.moved_words(ask_dates.moves(history))
    promise = promises.get(ask_dates.PROMISES.get(plan.group, ""))
    missing = ""
    if presenters.owes_a_date(plan, day):
        missing = f"A date, by {day_words(promise.by)}" if promise else "A date"
    return [
        {
            "text": plan.get_group_display(),
            "href": your_turn_address(area.slug, groups.BY_KEY[plan.group]),
        },
        your_turn.headline(history[0] if history else None, day),
        "Now" if presenters.has_started(plan, day) else plan.ask_from or "No date",
        "Never" if not moved else "Once" if len(moved) == 1 else f"{len(moved)} times",
        missing or "Nothing",
    ]


def _history(area: Area) -> dict[str, list[PublishedPlan]]:
    """Every published row of the area by group, the newest first. One query."""
    found: dict[str, list[PublishedPlan]] = {}
    for row in PublishedPlan.objects.filter(area=area).order_by("-as_at", "-pk"):
        found.setdefault(row.group, []).append(row)
    return found


def _change_address(area: Area, plan: GroupPlan) -> str:
    return reverse("rollout:change", args=[area.slug, groups.BY_KEY[plan.group].slug])
