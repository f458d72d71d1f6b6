from django.urls import path

from market.needs import views, views_counts

urlpatterns = [
    path("missing/", views.listed, name="missing"),
    path("missing/say/", views.start, name="missing-say"),
    path("missing/say/check/", views.check, name="missing-check"),
    path("missing/say/<slug:key>/", views.step, name="missing-step"),
    path("missing/<uuid:public_id>/found/", views.found, name="missing-found"),
    path("missing/<uuid:public_id>/take-back/", views.take_back, name="missing-take-back"),
    path("needs/", views_counts.start, name="needs"),
    path("areas/<slug:slug>/needs/", views_counts.area, name="area-needs"),
    path("areas/<slug:slug>/needs/<slug:key>.<ending:ending>", views_counts.area_file, name="area-needs-file"),
    path("provider/needed/", views_counts.needed, name="needed"),
    path("provider/needed/<slug:key>.<ending:ending>", views_counts.needed_file, name="needed-file"),
]
