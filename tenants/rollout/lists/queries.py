"""Reading the lists and their history, in the area's schema."""

from typing import Any

from audit import queries as audit_queries
from tenants.groups import GROUPS
from tenants.models import Area
from tenants.rollout.lists.kinds import Kind
from tenants.steps import REMOVED, Step
from tenants.steps import steps as steps_of


def rows(kind: Kind, lookups: dict[str, str] | None = None) -> list[Any]:
    """The list by name, or what is for all groups first and then by group. One query."""
    order = {} if kind.is_by_name else {group.key: place for place, group in enumerate(GROUPS, 1)}
    found = kind.model.objects.filter(**(lookups or {})).select_related(*kind.relations)
    return sorted(found, key=lambda row: (order.get(row.group, 0), str(row).casefold(), row.pk))


def row(kind: Kind, number: int) -> Any:
    """One row by its number, or None."""
    return kind.model.objects.filter(pk=number).select_related(*kind.relations).first()


def steps(kind: Kind) -> list[Step]:
    """Every step of the list's history, the newest first. Two queries."""
    return steps_of(kind.events.objects.select_related("pgh_context", *kind.relations).order_by("pgh_id"))


def is_edited(kind: Kind, area: Area) -> bool:
    """Whether somebody of the area has changed the list since it was loaded."""
    return audit_queries.rows(area=area).filter(action__startswith=f"{kind.action}.").exists()


def was_removed(kind: Kind, **facts: Any) -> bool:
    """Whether a row like this was in the list and was taken off it."""
    return bool(kind.events.objects.filter(pgh_label=REMOVED, **facts).exists())
