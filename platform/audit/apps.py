"""Who saw and changed what."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Connects the rows for signing in and out, and puts the pages into the navigation."""

    name = "audit"
    label = "audit"
    verbose_name = "Audit"

    def ready(self) -> None:
        from audit import registry, sign_ins
        from ui import navigation

        sign_ins.register()
        registry.register("audit.export", "Downloaded audit rows", registry.Kind.EXPORT)
        navigation.register_area(
            navigation.NavigationItem("audit", "Who did what", "audit:area", order=90, is_visible=_may_read)
        )


def _may_read(request: object) -> bool:
    from accounts.permissions import Permission

    access = getattr(request, "access", None)
    return bool(access and access.can(Permission.AUDIT_READ, area=getattr(request, "area", None)))
