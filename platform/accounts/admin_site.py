"""Django's admin, for operators in a timed session: a few harmless shared tables, and no signing in of its own."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.http import HttpRequest
from django_celery_beat.models import CrontabSchedule, IntervalSchedule, PeriodicTask
from django_tenants.utils import get_tenant_model

from accounts import staff_sessions
from accounts.access import Access
from accounts.models import StaffSession
from accounts.permissions import Permission


def may_open(request: HttpRequest) -> bool:
    """Whether this person has the right, and a timed session that runs."""
    access = getattr(request, "access", None) or Access(request.user)
    return access.can(Permission.ADMIN_OPEN) and staff_sessions.current(request.user) is not None


class OperatorsSite(admin.AdminSite):
    """The admin site; who may open it is one question, asked of every screen."""

    site_header = site_title = "Operations"
    index_title = "Shared tables"
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        return may_open(request)


class ReadOnly(admin.ModelAdmin):
    """Shows rows and changes none."""

    actions = None

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_open(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_open(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class AreaAdmin(ReadOnly):
    """Areas: which there are, and their state."""

    list_display = ["name", "slug", "schema_name", "status", "created_at"]
    list_filter = ["status"]
    fields = ["slug", "name", "short_name", "schema_name", "status", "created_at"]


class StaffSessionAdmin(ReadOnly):
    """Who opened the admin, when and why."""

    list_display = ["user", "reason", "started_at", "ends_at", "ended_at"]


class ScheduleAdmin(ReadOnly):
    """When regular work runs."""


class PeriodicTaskAdmin(ScheduleAdmin):
    """Regular work: what runs, and when it last did."""

    list_display = ["name", "task", "enabled", "last_run_at", "total_run_count"]
    fields = ["name", "task", "interval", "crontab", "enabled", "last_run_at", "total_run_count"]


site = OperatorsSite(name="admin")
site.login = secure_admin_login(site.login)
site.register(get_tenant_model(), AreaAdmin)
site.register(StaffSession, StaffSessionAdmin)
site.register(PeriodicTask, PeriodicTaskAdmin)
site.register([CrontabSchedule, IntervalSchedule], ScheduleAdmin)
