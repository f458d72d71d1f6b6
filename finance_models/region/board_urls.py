"""Addresses of the region's figures as the board and others see them: rounded, and checked."""

from django.urls import path

from finance_models.region import board_views

app_name = "board_finance"
urlpatterns = [
    path("", board_views.start, name="start"),
    path("figures/<int:number>/<slug:key>.<ending:ending>", board_views.download, name="download"),
]
