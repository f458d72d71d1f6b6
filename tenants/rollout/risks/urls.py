"""Addresses of an area's risks and issues, in the namespace of the roll-out."""

from django.urls import path

from tenants.rollout.risks import views

urlpatterns = [
    path("", views.risks, name="risks"),
    path("data/risks.<ending:ending>", views.download, name="risks-download"),
    path("new/", views.new, name="risk-new"),
    path("<int:number>/", views.risk, name="risk"),
    path("<int:number>/change/", views.change, name="risk-change"),
    path("<int:number>/close/", views.close, name="risk-close"),
    path("<int:number>/reopen/", views.reopen, name="risk-reopen"),
]
