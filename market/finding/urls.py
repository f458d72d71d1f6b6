from django.urls import path

from market.finding import views, views_shortlist

urlpatterns = [
    path("", views.find, name="find"),
    path("offers.<ending:ending>", views.find_file, name="find-file"),
    path("offers/<uuid:public_id>/", views.offer, name="offer"),
    path("providers/<uuid:public_id>/", views.provider, name="provider"),
    path("compare/", views.compare, name="compare"),
    path("compare.<ending:ending>", views.compare_file, name="compare-file"),
    path("shortlist/", views_shortlist.listed, name="shortlist"),
    path("shortlist.<ending:ending>", views_shortlist.file, name="shortlist-file"),
    path("shortlist/<uuid:public_id>/keep/", views_shortlist.keep, name="shortlist-keep"),
    path("shortlist/<uuid:public_id>/drop/", views_shortlist.drop, name="shortlist-drop"),
]
