"""What disclosure registers with the platform: words of the audit, navigation, its files in private storage."""

from django.http import HttpRequest

from accounts.permissions import Permission
from audit import registry as audit_registry
from ui import navigation


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    from disclosure import memberships

    memberships.register()
    audit_registry.register("release.publish", "Published figures about people")
    audit_registry.register("release_rule.choose", "Chose how small numbers are hidden")
    navigation.register_area(
        navigation.NavigationItem(
            "releases", "Published figures", "releases:area-list", order=80, is_visible=_may_read_area
        )
    )


def _may_read_area(request: HttpRequest) -> bool:
    access = getattr(request, "access", None)
    return bool(access and access.can(Permission.AREA_READ, area=getattr(request, "area", None)))
