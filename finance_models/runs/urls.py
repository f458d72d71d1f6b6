"""Addresses of runs, in the namespace of the finance models."""

from django.urls import path

from finance_models.runs import views

urlpatterns = [
    path("cost/", views.cost, name="cost"),
    path("rates/", views.rates_page, name="rates"),
    path("runs/<slug:kind>/start/", views.start, name="run-start"),
    path("runs/<int:number>/", views.run, name="run"),
    path("runs/<int:number>/<slug:key>.<ending:ending>", views.download, name="run-download"),
]
