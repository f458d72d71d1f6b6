"""Home and the gallery."""

from django.urls import path

from ui import views

app_name = "ui"
urlpatterns = [
    path("home/", views.home, name="home"),
    path("gallery/", views.gallery, name="gallery"),
    path("gallery/form/", views.gallery_form, name="gallery-form"),
    path("gallery/easy-read/", views.gallery_easy_read, name="gallery-easy-read"),
    path("gallery/download.<ending:ending>", views.gallery_download, name="gallery-download"),
    path("gallery/refusals/<slug:page>/", views.gallery_refusal, name="gallery-refusal"),
]
