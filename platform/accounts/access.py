"""Saying on a view who may open it, and finding out what a person may do.

The decorators only write a note on the view; `accounts.middleware.RightsMiddleware` reads it before the view runs.
That way a view without a note is refused, and the test of the rights table can read all notes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import Any, TypeVar

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from accounts import policy, registry
from accounts.permissions import Permission
from config.prepared import Prepared

View = TypeVar("View", bound=Callable[..., Any])
NOTE = "access_declaration"
WHILE_ACTING = "*"


class Kind(Enum):
    """Who may open a view, before any right is looked at."""

    UNDECLARED = "undeclared"
    PUBLIC = "public"
    SIGNED_IN = "signed in"
    PERMISSION = "permission"
    TOKEN = "token"  # noqa: S105 - a word, not a secret
    NOBODY = "nobody"


@dataclass(frozen=True)
class Declaration:
    """What a view says about itself. `methods` None leaves the methods to the view (other people's views only)."""

    kind: Kind = Kind.UNDECLARED
    permission: Permission | None = None
    methods: tuple[str, ...] | None = ("GET",)
    everywhere: bool = False
    acting: str = ""  # the scope in which somebody who acts for another may open it; WHILE_ACTING for all of them

    def allows_method(self, method: str) -> bool:
        """Whether the view answers this method; HEAD goes where GET goes."""
        if self.methods is None:
            return True
        return method in self.methods or (method == "HEAD" and "GET" in self.methods)


def declaration_of(view: Callable[..., Any]) -> Declaration:
    """The note on a view, or on the class behind it; UNDECLARED without one."""
    for holder in (view, getattr(view, "view_class", None)):
        if holder is not None and hasattr(holder, NOTE):
            return getattr(holder, NOTE)
    return Declaration()


def requires(permission: Permission, *, everywhere: bool = False) -> Callable[[View], View]:
    """Only for people whose role gives this right: in the area of the address, or in any of their roles elsewhere.

    With `everywhere`, only for those whose role of the whole network gives it: what an area's lead may see of their
    own area, a manager may see of all.
    """
    permission = Permission(permission)
    return lambda view: _note(view, kind=Kind.PERMISSION, permission=permission, everywhere=everywhere)


def public(view: View) -> View:
    """For everybody, without signing in."""
    return _note(view, kind=Kind.PUBLIC, permission=None)


def signed_in(view: View) -> View:
    """For everybody who has signed in; in an area, for its members."""
    return _note(view, kind=Kind.SIGNED_IN, permission=None)


def acting_in(scope: str) -> Callable[[View], View]:
    """Also for somebody who acts for another in this scope (`accounts.representing.scopes`).

    The view works for `request.subject`: the other person then, and the person who is signed in otherwise. While
    acting, the scope stands in the place of every other right, and in an area the other person has to be its member.
    """
    return lambda view: _note(view, acting=scope)


def while_acting(view: View) -> View:
    """Open to everybody who acts for another, whatever the scope: the pages on which acting is seen and stopped."""
    return _note(view, acting=WHILE_ACTING)


def methods(*names: str) -> Callable[[View], View]:
    """The methods that the view answers. Without this, GET (and HEAD)."""
    wanted = tuple(name.upper() for name in names)
    return lambda view: _note(view, methods=wanted)


def _note(view: View, **changes: Any) -> View:
    setattr(view, NOTE, replace(getattr(view, NOTE, Declaration()), **changes))
    return view


class Access:
    """What a person may do, from their live memberships: one query, made when first asked.

    Memberships of an area that is suspended or archived give nothing. A change counts from the next request, because
    nothing is kept between requests.
    """

    def __init__(self, user: Any) -> None:
        self.user = user

    @cached_property
    def memberships(self) -> list[Any]:
        """The person's live memberships, with area and organisation loaded."""
        if not (self.user.is_authenticated and self.user.is_active):
            return []
        return [row for row in _held_by(self.user.pk) if row.area is None or row.area.is_active]

    @cached_property
    def roles(self) -> frozenset[str]:
        """The slugs of the person's roles, wherever they are held."""
        return frozenset(row.role for row in self.memberships)

    @cached_property
    def is_staff(self) -> bool:
        """True with any role that needs two-step sign-in."""
        return any(policy.ROLES[slug].staff for slug in self.roles if slug in policy.ROLES)

    def can(self, permission: Permission, area: Any = None) -> bool:
        """Whether a role gives this right: with `area`, a role held in that area; without, any role."""
        return any(permission in self.rights_of(row) for row in self._held_in(area))

    def can_everywhere(self, permission: Permission) -> bool:
        """Whether a role of the whole network gives this right, so that it isn't limited to one's own areas."""
        network = (row for row in self.memberships if row.area_id is None and row.organisation_id is None)
        return any(permission in policy.permissions_of(row.role) for row in network)

    def rights_of(self, row: Any) -> frozenset[Permission]:
        """What a membership allows: its role's rights, and those that a room gives the members of its organisation."""
        return policy.permissions_of(row.role) | self._of_organisations.get(row.organisation_id, frozenset())

    @cached_property
    def _of_organisations(self) -> Mapping[int, frozenset[Permission]]:
        """By organisation; nothing is asked for people who are a member of none."""
        return registry.rights_of_organisations(
            [row.organisation_id for row in self.memberships if row.organisation_id]
        )

    def is_member_of(self, area: Any) -> bool:
        """Whether the person holds any role in this area."""
        return any(True for _ in self._held_in(area))

    def areas(self, permission: Permission | None = None) -> list[Any]:
        """The areas in which the person holds a role (that gives this right), each once, in the order of lists."""
        found = {
            row.area_id: row.area
            for row in self.memberships
            if row.area_id and (permission is None or permission in policy.permissions_of(row.role))
        }
        return sorted(found.values(), key=lambda area: (area.position, area.name))

    def organisations(self, role: str | None = None) -> list[Any]:
        """The organisations in which the person holds a role (this one), each once, by name."""
        found = {
            row.organisation_id: row.organisation
            for row in self.memberships
            if row.organisation_id and (role is None or row.role == role)
        }
        return sorted(found.values(), key=lambda organisation: organisation.name)

    def _held_in(self, area: Any) -> Any:
        if area is None:
            return iter(self.memberships)
        return (row for row in self.memberships if row.area_id == area.pk)


def _live_of(user: int) -> QuerySet[Any]:
    person: Any = get_user_model()(pk=user)
    return person.memberships.filter(ended_at__isnull=True).select_related("area", "organisation")


_held_by: Prepared[Any] = Prepared(_live_of)
