"""Addresses of the case baseline, in the namespace of the finance models."""

from django.urls import path

from finance_models.cases import release_views, views

urlpatterns = [
    path("", views.cases, name="cases"),
    path("data/cases.<ending:ending>", views.download, name="cases-download"),
    path("template.xlsx", views.template, name="cases-template"),
    path("upload/", views.upload, name="cases-upload"),
    path("region/", release_views.region, name="cases-region"),
    path("region/data/<slug:key>.<ending:ending>", release_views.download, name="cases-region-file"),
    path("region/propose/", release_views.propose, name="cases-propose"),
    path("region/<int:number>/decide/", release_views.decide, name="cases-decide"),
    path("new/", views.new, name="case-new"),
    path("<int:number>/", views.case, name="case"),
    path("<int:number>/change/", views.change, name="case-change"),
    path("<int:number>/delete/", views.delete, name="case-delete"),
]
