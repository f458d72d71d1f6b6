"""Addresses of data rights."""

from django.urls import path

from data_rights import network_views, views

app_name = "data_rights"
urlpatterns = [
    path("me/data/", views.mine, name="mine"),
    path("me/data/copy/", views.ask_for_copy, name="copy"),
    path("me/data/copies/<uuid:public_id>/", views.download, name="download"),
    path("me/data/correction/", views.correction, name="correction"),
    path("me/data/erasure/", views.erasure, name="erasure"),
    path("me/data/requests/<uuid:public_id>/cancel/", views.cancel, name="cancel"),
    path("network/data-requests/", network_views.request_list, name="requests"),
    path("network/data-requests/<uuid:public_id>/", network_views.one_request, name="request"),
    path("network/data-requests/<uuid:public_id>/erase/", network_views.erase_now, name="erase-now"),
    path("network/retention/", network_views.retention, name="retention"),
    path("network/retention/retention.<ending:ending>", network_views.retention_download, name="retention-download"),
]
