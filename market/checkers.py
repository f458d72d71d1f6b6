"""Who checks an offer or a provider: the commissioners of the areas that it reaches."""

from collections.abc import Iterable
from typing import Any

from accounts.models import User
from accounts.permissions import Permission
from accounts.policy import ROLES
from tenants.models import Membership


def commissioners_of(areas: Iterable[str]) -> list[User]:
    """The people who check in any of these areas (slugs), each once. One query."""
    roles = [role.slug for role in ROLES.values() if Permission.MARKET_CHECK in role.permissions]
    rows = Membership.objects.live().filter(role__in=roles, area__slug__in=list(areas)).select_related("user")
    return list({row.user_id: row.user for row in rows}.values())


def area_of_check(access: Any, areas: Iterable[str]) -> Any:
    """The area for which the person checks something that reaches these areas; None where it is none of theirs."""
    reached = set(areas)
    return next((area for area in access.areas(Permission.MARKET_CHECK) if area.slug in reached), None)
