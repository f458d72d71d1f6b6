"""Addresses of gain and loss shares, in the namespace of the finance models."""

from django.urls import path

from finance_models.sharing import views

urlpatterns = [
    path("", views.share, name="share"),
    path("share.<ending:ending>", views.share_file, name="share-file"),
    path("years/", views.years, name="share-years"),
    path("years.<ending:ending>", views.years_file, name="share-years-file"),
]
