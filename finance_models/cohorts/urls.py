"""Addresses of finance cohorts, in the namespace of the finance models."""

from django.urls import path

from finance_models.cohorts import views

urlpatterns = [
    path("", views.listed, name="cohorts"),
    path("new/", views.new, name="cohort-new"),
    path("<int:number>/", views.one, name="cohort"),
    path("<int:number>/change/", views.change, name="cohort-change"),
    path("<int:number>/count/", views.count, name="cohort-count"),
]
