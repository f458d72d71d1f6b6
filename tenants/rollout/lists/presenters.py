"""The lists and their history as tables: the same rows for pages and for files."""

from typing import Any

from django.urls import reverse

from config.today import today
from files.tables import Table
from tenants.models import Area
from tenants.presenters import sources
from tenants.presenters.sources import Told
from tenants.rollout.lists import queries
from tenants.rollout.lists.kinds import Kind
from tenants.rollout.presenters import ALL_GROUPS
from tenants.steps import Step
from ui import formats

FIELD_WORDS = {
    "organisation": "Organisation",
    "group": "Group",
    "status": "Standing",
    "what": "Resource",
    "name": "Name",
    "role": "What they do",
}
EMPTY = {
    "partners": "The organisations that work with the area are listed here.",
    "resources": "People, tools and groundwork are listed here by group.",
    "people": "Who works for which group is listed here, for the area's own team.",
}


def table(kind: Kind, area: Area, rows: list[Any]) -> Table:
    """The list as a table; its source says when the area itself has edited it."""
    if kind.key == "people":
        return people_table(area, rows)
    told = sources.of_area(f"{kind.key}.csv", area, is_edited=queries.is_edited(kind, area))
    return (partners_table if kind.key == "partners" else resources_table)(area, rows, told)


def partners_table(area: Area, rows: list[Any], told: Told) -> Table:
    """Columns: organisation, kind, group, standing."""
    return Table(
        key="partners",
        caption=f"Partners of {area.name}",
        head=("Organisation", "Kind", "Group", "Status"),
        rows=tuple(
            [
                row.organisation.name,
                row.organisation.get_kind_display(),
                row.get_group_display() or ALL_GROUPS,
                row.get_status_display(),
            ]
            for row in rows
        ),
        as_at=told.as_at,
        source=told.source,
    )


def resources_table(area: Area, rows: list[Any], told: Told) -> Table:
    """Columns: what the area can build on, group."""
    return Table(
        key="resources",
        caption=f"What {area.name} can build on",
        head=("Resource", "Group"),
        rows=tuple([row.what, row.get_group_display() or ALL_GROUPS] for row in rows),
        as_at=told.as_at,
        source=told.source,
    )


def people_table(area: Area, rows: list[Any]) -> Table:
    """Columns: name, what they do, organisation, group."""
    return Table(
        key="people",
        caption=f"People for each group in {area.name}",
        head=("Name", "What they do", "Organisation", "Group"),
        rows=tuple(
            [
                row.name,
                row.role,
                row.organisation.name if row.organisation else "",
                row.get_group_display() or ALL_GROUPS,
            ]
            for row in rows
        ),
        as_at=today(),
        source=f"As entered by {area.name}",
        note="For the area's own team.",
    )


def with_links(shown: Table, kind: Kind, area: Area, rows: list[Any]) -> list[list[Any]]:
    """The table's rows with the first cell as a link to changing it, for those who may."""
    return [
        [{"text": cells[0], "href": reverse(f"rollout:{kind.key}-change", args=[area.slug, row.pk])}, *cells[1:]]
        for cells, row in zip(shown.rows, rows, strict=True)
    ]


def history_table(kind: Kind, area: Area, steps: list[Step]) -> Table:
    """Columns: when, what happened, to what, how it was left, who."""
    fields = {name: FIELD_WORDS[name] for name in kind.fields}
    return Table(
        key=f"{kind.key}-history",
        caption=f"How the list of {kind.title.lower()} has changed",
        head=("When", "What", "Of", "How", "Who"),
        rows=tuple(
            [
                formats.date_and_time(step.event.pgh_created_at),
                step.what,
                _name(step.event),
                step.in_words(fields),
                step.who,
            ]
            for step in steps
        ),
        as_at=today(),
        source=f"Kept by the database as {area.name} was changed",
    )


def _name(event: Any) -> str:
    if hasattr(event, "what"):
        return str(event.what)
    return str(event.name) if hasattr(event, "name") else str(event.organisation)
