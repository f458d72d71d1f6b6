from django.urls import path

from timebank.picture import views

urlpatterns = [
    path("picture/", views.picture, name="picture"),
    path("picture/data/<slug:key>.<ending:ending>", views.file, name="picture-file"),
]
