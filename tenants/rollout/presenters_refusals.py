"""Refusals that people reported, ready for the area's own page and its file."""

from typing import Any

from django.urls import reverse

from config.today import today
from files.tables import Table
from tenants.models import Area
from tenants.rollout.models import Refusal


def status(row: Refusal) -> str:
    """The status of its tag."""
    return "refusal_waiting" if row.answered_on is None else "refusal_done"


def cards(area: Area, rows: list[Refusal]) -> list[dict[str, Any]]:
    """One entry a report, with its address."""
    return [
        {
            "href": reverse("rollout:refusal", args=[area.slug, row.pk]),
            "asked_for": row.asked_for,
            "group": row.get_group_display(),
            "said_on": row.said_on,
            "status": status(row),
            "can_be_reached": "Yes" if row.contact else "No",
        }
        for row in rows
    ]


def table(area: Area, rows: list[Refusal]) -> Table:
    """Columns: said on, group, asked for, what happened, dealt with on, what was done. How to reach them stays out."""
    return Table(
        key="refusals",
        caption=f"People who asked in {area.name} and were refused",
        head=("Said on", "Group", "Asked for", "What happened", "Dealt with on", "What was done"),
        rows=tuple(
            [
                row.said_on,
                row.get_group_display(),
                row.asked_for,
                row.words,
                row.answered_on or "Not yet",
                row.outcome,
            ]
            for row in rows
        ),
        as_at=today(),
        source=f"As told on {area.name}’s public page",
        note="In people's own words, for the area's lead alone. How to reach them is on each report's page only.",
    )
