from django.urls import path

from peer_network.joining import views, views_own

urlpatterns = [
    path("join/", views.join, name="join"),
    path("rules/", views.rules, name="rules"),
    path("help/", views.help_page, name="help"),
    path("complain/", views.complain, name="complain"),
    path("me/", views_own.me, name="me"),
    path("me/name/", views_own.name, name="me-name"),
    path("me/posts/", views_own.posts, name="me-posts"),
    path("me/leave/", views_own.leave, name="me-leave"),
]
