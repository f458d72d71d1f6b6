"""Addresses of finance cohorts, in the namespace of the finance models."""

from django.urls import path

from finance_models.cohorts import builder_views, views

urlpatterns = [
    path("", views.listed, name="cohorts"),
    path("new/", builder_views.new, name="cohort-new"),
    path("<int:number>/", views.one, name="cohort"),
    path("<int:number>/change/", builder_views.change, name="cohort-change"),
    path("<int:number>/count/", views.count, name="cohort-count"),
]
