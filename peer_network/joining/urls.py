from django.urls import path

from peer_network.joining import views

urlpatterns = [
    path("join/", views.join, name="join"),
    path("rules/", views.rules, name="rules"),
    path("help/", views.help_page, name="help"),
]
