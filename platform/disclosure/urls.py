"""Addresses of what was published."""

from django.urls import path

from disclosure import views

app_name = "releases"
urlpatterns = [
    path("network/releases/", views.network_list, name="list"),
    path("network/releases/releases.<ending:ending>", views.network_file, name="list-file"),
    path("network/releases/rule/", views.data_set_rule, name="data-set-rule"),
    path("network/releases/<uuid:public_id>/", views.network_release, name="release"),
    path("network/releases/<uuid:public_id>/tables.<ending:ending>", views.network_release_file, name="release-file"),
    path("areas/<slug:area>/releases/", views.area_list, name="area-list"),
    path("areas/<slug:area>/releases/releases.<ending:ending>", views.area_file, name="area-list-file"),
    path("areas/<slug:area>/releases/rule/", views.area_rule, name="area-rule"),
    path("areas/<slug:area>/releases/<uuid:public_id>/", views.area_release, name="area-release"),
    path(
        "areas/<slug:area>/releases/<uuid:public_id>/tables.<ending:ending>",
        views.area_release_file,
        name="area-release-file",
    ),
]
