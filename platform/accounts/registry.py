"""What others tell accounts: how a role is given and ended.

Memberships belong to areas and organisations, which stand a floor above; so `tenants` registers its actions here.
"""

from collections.abc import Callable
from typing import Any

from accounts.errors import NotRegistered

# grant(*, user, role, area, organisation, by) and end(*, membership, by)
Granter = Callable[..., Any]
Ender = Callable[..., Any]

_granter: Granter | None = None
_ender: Ender | None = None
_editor_permissions: list[str] = []


def register_granter(function: Granter) -> None:
    """Give roles with `function(user=, role=, area=, organisation=, by=)`."""
    global _granter
    _granter = function


def register_ender(function: Ender) -> None:
    """End roles with `function(membership=, by=)`."""
    global _ender
    _ender = function


def grant(**facts: Any) -> Any:
    """Give a role; raises NotRegistered when nobody said how."""
    if _granter is None:
        raise NotRegistered
    return _granter(**facts)


def end(**facts: Any) -> Any:
    """End a role; raises NotRegistered when nobody said how."""
    if _ender is None:
        raise NotRegistered
    return _ender(**facts)


def register_editor_permission(permission: str) -> None:
    """Let knowledge editors do this in Wagtail's editor: `knowledge.change_resource`, of a snippet of the room."""
    if permission not in _editor_permissions:
        _editor_permissions.append(permission)


def editor_permissions() -> list[str]:
    """What rooms registered with `register_editor_permission`."""
    return list(_editor_permissions)
