"""Addresses of sets of assumptions, in the namespace of the finance models."""

from django.urls import path

from finance_models.assumptions import views

urlpatterns = [
    path("", views.listed, name="assumptions-list"),
    path("new/", views.new, name="assumptions-new"),
    path("<int:number>/", views.one, name="assumptions"),
    path("<int:number>/change/", views.change, name="assumptions-change"),
    path("<int:number>/reference/", views.reference_rates, name="assumptions-reference"),
]
