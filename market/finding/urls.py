from django.urls import path

from market.finding import views

urlpatterns = [
    path("", views.find, name="find"),
    path("offers.<ending:ending>", views.find_file, name="find-file"),
    path("offers/<uuid:public_id>/", views.offer, name="offer"),
    path("providers/<uuid:public_id>/", views.provider, name="provider"),
    path("compare/", views.compare, name="compare"),
    path("compare.<ending:ending>", views.compare_file, name="compare-file"),
]
