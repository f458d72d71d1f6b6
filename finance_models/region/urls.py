"""Addresses of the region's exact figures and of the network's terms."""

from django.urls import path

from finance_models.region import terms_views, views

app_name = "region"
urlpatterns = [
    path("", views.start, name="start"),
    path("benchmarks/", views.benchmarks, name="benchmarks"),
    path("quality/", views.quality, name="quality"),
    path("figures/<int:number>/<slug:key>.<ending:ending>", views.download, name="download"),
    path("releases.<ending:ending>", views.releases_file, name="releases-file"),
    path("terms/", terms_views.terms, name="terms"),
    path("terms/set/", terms_views.set_terms, name="terms-set"),
]
