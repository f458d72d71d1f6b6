"""Addresses of releases to the region, in the namespace of the finance models."""

from django.urls import path

from finance_models.release import views

urlpatterns = [
    path("", views.listed, name="releases"),
    path("list.<ending:ending>", views.list_file, name="releases-download"),
    path("prepare/", views.prepare, name="release-prepare"),
    path("<int:number>/", views.one, name="release"),
    path("<int:number>/propose/", views.propose, name="release-propose"),
    path("<int:number>/release/", views.release, name="release-release"),
    path("<int:number>/decline/", views.decline, name="release-decline"),
    path("<int:number>/withdraw/", views.withdraw, name="release-withdraw"),
]
