"""Addresses of the network's own risks and issues, in the namespace of the board."""

from django.urls import path

from tenants.programme.network_risks import views

urlpatterns = [
    path("", views.risks, name="network-risks"),
    path("list.<ending:ending>", views.download, name="network-risks-download"),
    path("add/", views.new, name="network-risk-new"),
    path("of/<slug:key>/", views.risk, name="network-risk"),
    path("of/<slug:key>/change/", views.change, name="network-risk-change"),
    path("of/<slug:key>/close/", views.close, name="network-risk-close"),
    path("of/<slug:key>/reopen/", views.reopen, name="network-risk-reopen"),
]
