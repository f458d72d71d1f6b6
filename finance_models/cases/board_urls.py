"""Addresses of the pool of cases as the board sees it: rounded."""

from django.urls import path

from finance_models.cases import pool_views

app_name = "case_board"
urlpatterns = [
    path("", pool_views.board, name="start"),
    path("table.<ending:ending>", pool_views.board_download, name="download"),
]
