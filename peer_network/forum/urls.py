from django.urls import path

from peer_network.forum import views

urlpatterns = [
    path("", views.start, name="start"),
]
