"""Addresses of an area's linked data, in the namespace of the finance models."""

from django.urls import path

from finance_models.loading import columns_views, views
from finance_models.quality import views as quality_views

urlpatterns = [
    path("", views.data, name="data"),
    path("data/versions.<ending:ending>", views.download, name="versions-download"),
    path("load/", views.load, name="load"),
    path("columns/", columns_views.listed, name="columns"),
    path("columns/<int:number>/<slug:table>/", columns_views.columns, name="columns-table"),
    path("templates/<slug:table>.xlsx", columns_views.template, name="table-template"),
    path("<int:number>/", views.version, name="version"),
    path("<int:number>/rows.<ending:ending>", views.version_download, name="version-download"),
    path("quality/", quality_views.quality, name="quality"),
    path("<int:number>/quality/<slug:key>.<ending:ending>", quality_views.download, name="quality-download"),
    path("<int:number>/<slug:which>.csv", quality_views.rows_file, name="rows-file"),
    path("<int:number>/accept/", views.accept, name="version-accept"),
    path("<int:number>/delete/", views.delete, name="version-delete"),
]
