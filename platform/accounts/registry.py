"""What others tell accounts: how a role is given and ended, and what the members of an organisation may do besides.

Memberships belong to areas and organisations, which stand a floor above; so `tenants` registers its actions here.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from accounts.errors import NotRegistered
from accounts.permissions import Permission

# grant(*, user, role, area, organisation, by) and end(*, membership, by)
Granter = Callable[..., Any]
Ender = Callable[..., Any]
# ids of organisations -> what their members may do besides their role's rights
OrganisationRights = Callable[[list[int]], Mapping[int, Iterable[Permission]]]

_granter: Granter | None = None
_ender: Ender | None = None
_editor_permissions: list[str] = []
_organisation_rights: list[OrganisationRights] = []


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


def register_organisation_rights(function: OrganisationRights) -> None:
    """Let members of some organisations do more than their role says: those of a region-wide partner act for it."""
    if function not in _organisation_rights:
        _organisation_rights.append(function)


def rights_of_organisations(ids: list[int]) -> dict[int, frozenset[Permission]]:
    """What rooms registered, by organisation; one query a room, and none without an organisation."""
    found: dict[int, frozenset[Permission]] = {}
    for function in _organisation_rights if ids else ():
        for organisation, rights in function(ids).items():
            found[organisation] = found.get(organisation, frozenset()) | frozenset(rights)
    return found
