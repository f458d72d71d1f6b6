"""Addresses of notifications."""

from django.urls import path

from notify import demo_views, views

app_name = "notify"
urlpatterns = [
    path("notifications/", views.notification_list, name="list"),
    path("notifications/download.<ending:ending>", views.notification_file, name="file"),
    path("notifications/read/", views.read_all, name="read-all"),
    path("notifications/<uuid:public_id>/", views.go, name="go"),
    path("notifications/<uuid:public_id>/read/", views.read, name="read"),
    path("notifications/leave/<str:token>/", views.leave, name="leave"),
    path("me/notifications/", views.choices, name="choices"),
    path("demo/mail/", demo_views.mail_list, name="demo-mails"),
    path("demo/mail/<slug:key>/", demo_views.mail, name="demo-mail"),
]
