"""Addresses of the region's pool of cases, for the network's finance group."""

from django.urls import path

from finance_models.cases import pool_views

app_name = "case_pool"
urlpatterns = [
    path("", pool_views.start, name="start"),
    path("<slug:key>.<ending:ending>", pool_views.download, name="download"),
]
