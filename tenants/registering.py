"""What rooms of areas register in the same shape: words of the audit, tags, kinds of notification, entries seen."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest

from accounts.permissions import Permission
from audit import registry as audit_registry
from notify import registry as notify_registry
from ui import tags as tag_registry


def register(
    *,
    actions: Iterable[tuple[str, str]] = (),
    tags: Iterable[tuple[str, str, str]] = (),
    kinds: Iterable[notify_registry.NotificationKind] = (),
) -> None:
    """Actions of the audit with their words; tags with words and colour; kinds of notification. Called once each."""
    for action, words in actions:
        audit_registry.register(action, words)
    for status, words, colour in tags:
        tag_registry.register(status, words, colour)
    for kind in kinds:
        notify_registry.register(kind)


def who_may(permission: Permission) -> Callable[[HttpRequest], bool]:
    """For an entry of an area's navigation: whether the person may do this in the area that the address names."""

    def is_visible(request: HttpRequest) -> bool:
        access = getattr(request, "access", None)
        return bool(access and request.area and access.can(permission, request.area))

    return is_visible
