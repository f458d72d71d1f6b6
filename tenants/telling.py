"""Whom news concerns: by what people may do now, in an area or for the network."""

from collections.abc import Callable, Iterable
from typing import Any

from accounts.models import User
from accounts.permissions import Permission
from accounts.policy import ROLES
from tenants.models import Area, Membership


def whoever_may(*permissions: Permission) -> Callable[[Any], bool]:
    """For a kind of notification: it concerns whoever may do one of these, wherever that is."""
    return lambda access: any(access.can(permission) for permission in permissions)


def people_who_may(permission: Permission, *, area: Area | None = None) -> list[User]:
    """Everybody who may do this now in the area; without one, for the network."""
    return [row.user for row in _rows(permission).filter(area=area)]


def leads_of(area: Area) -> list[User]:
    """The people who may change the area's plan now."""
    return people_who_may(Permission.PLAN_EDIT, area=area)


def leads_of_each(areas: Iterable[Area]) -> dict[int, list[User]]:
    """As `leads_of`, by the area's number: one query for all; areas without a lead are left out."""
    found: dict[int, list[User]] = {}
    for row in _rows(Permission.PLAN_EDIT).filter(area__in=list(areas)):
        found.setdefault(row.area_id, []).append(row.user)
    return found


def _rows(permission: Permission) -> Any:
    roles = [role.slug for role in ROLES.values() if permission in role.permissions]
    return Membership.objects.live().filter(role__in=roles).select_related("user")
