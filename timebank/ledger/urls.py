from django.urls import path

from timebank.ledger import views

urlpatterns = [
    path("", views.start, name="start"),
    path("coordinate/", views.coordinate, name="coordinate"),
    # Their pages come with the exchange and the sessions, which take these names over.
    path("mine/", views.mine, name="mine"),
    path("confirming/", views.confirming, name="confirming"),
    path("giving/", views.giving, name="giving"),
]
