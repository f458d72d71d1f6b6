"""Addresses of an area's milestones, in the namespace of the roll-out."""

from django.urls import path

from tenants.rollout.milestones import views

urlpatterns = [
    path("", views.milestones, name="milestones"),
    path("data/milestones.<ending:ending>", views.download, name="milestones-download"),
    path("new/", views.new, name="milestone-new"),
    path("<slug:key>/", views.milestone, name="milestone"),
    path("<slug:key>/dates.<ending:ending>", views.moves, name="milestone-moves"),
    path("<slug:key>/change/", views.change, name="milestone-change"),
    path("<slug:key>/take-off/", views.take_off, name="milestone-take-off"),
    path("<slug:key>/put-back/", views.put_back, name="milestone-put-back"),
]
