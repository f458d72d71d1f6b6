"""Addresses of a person's own drafts."""

from django.urls import path

from drafts import views

app_name = "drafts"
urlpatterns = [
    path("me/drafts/", views.drafts, name="list"),
    path("me/drafts/<uuid:public_id>/", views.draft, name="draft"),
    path("me/drafts/<uuid:public_id>/forget/", views.forget, name="forget"),
    path("me/stay/", views.stay, name="stay"),
]
