"""Addresses of other directories, below `/market/`. The feed has its own (`feed.urls`)."""

from django.urls import path

from market.directories import record_views, views

urlpatterns = [
    path("directories/", views.directories, name="directories"),
    path("directories/file.<ending:ending>", views.directories_file, name="directories-file"),
    path("directories/add/", views.add, name="directory-add"),
    path("directories/services/<uuid:public_id>/", record_views.record, name="directory-record"),
    path("directories/services/<uuid:public_id>/edit/", record_views.edit, name="directory-record-edit"),
    path("directories/<uuid:public_id>/", views.directory, name="directory"),
    path("directories/<uuid:public_id>/change/", views.change, name="directory-change"),
    path("directories/<uuid:public_id>/read/", views.read, name="directory-read"),
    path("directories/<uuid:public_id>/send/", views.send_file, name="directory-send"),
    path("directories/<uuid:public_id>/services/", views.records, name="directory-records"),
    path("directories/<uuid:public_id>/hide/", views.hide_gone, name="directory-hide"),
    path("directories/<uuid:public_id>/readings/<uuid:run_id>/", views.run, name="directory-run"),
    path("directories/<uuid:public_id>/readings/<uuid:run_id>/load/", views.load, name="directory-load"),
    path(
        "directories/<uuid:public_id>/readings/<uuid:run_id>/file.<ending:ending>",
        views.run_file,
        name="directory-run-file",
    ),
]
