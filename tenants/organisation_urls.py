"""Addresses of the organisations."""

from django.urls import path

from tenants.views import organisations

app_name = "organisations"
urlpatterns = [
    path("", organisations.organisations, name="list"),
    path("organisations.<ending:ending>", organisations.download, name="download"),
    path("<slug:slug>/", organisations.organisation, name="organisation"),
]
