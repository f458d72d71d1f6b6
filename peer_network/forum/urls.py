from django.urls import path

from peer_network.forum import views

urlpatterns = [
    path("", views.start, name="start"),
    path("topics/<uuid:public_id>/", views.topic, name="topic"),
]
