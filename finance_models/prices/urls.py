"""Addresses of an area's prices, in the namespace of the finance models."""

from django.urls import path

from finance_models.prices import views

urlpatterns = [
    path("", views.prices, name="prices"),
    path("data/prices.<ending:ending>", views.download, name="prices-download"),
    path("load/", views.load, name="prices-load"),
    path("<int:number>/rows.<ending:ending>", views.rows_download, name="prices-rows"),
]
