"""Addresses of the audit."""

from django.urls import path

from audit import views

app_name = "audit"
urlpatterns = [
    path("network/audit/", views.network_audit, name="network"),
    path("network/audit/audit.<ending:ending>", views.network_audit_file, name="network-file"),
    path("areas/<slug:area>/audit/", views.area_audit, name="area"),
    path("areas/<slug:area>/audit/audit.<ending:ending>", views.area_audit_file, name="area-file"),
]
