"""What a token may be made for. Rooms register their scopes; each leans on a right, or on none."""

from dataclasses import dataclass

from accounts.access import Access
from accounts.permissions import Permission


@dataclass(frozen=True)
class Scope:
    """`board:read`, in words that end "…lets the token", and the right that its owner needs (None: anybody)."""

    key: str
    words: str
    permission: Permission | None = None


_scopes: dict[str, Scope] = {}


def register(scope: Scope) -> None:
    """Offer the scope; raises ValueError where another has its key."""
    if _scopes.setdefault(scope.key, scope) != scope:
        raise ValueError(f"There is another scope {scope.key!r}.")


def every() -> list[Scope]:
    """All scopes, by key."""
    return [_scopes[key] for key in sorted(_scopes)]


def find(key: str) -> Scope:
    """The scope; raises KeyError for one that nobody registered."""
    return _scopes[key]


def open_to(access: Access) -> list[Scope]:
    """The scopes whose right this person has somewhere, now."""
    return [scope for scope in every() if scope.permission is None or access.can(scope.permission)]
