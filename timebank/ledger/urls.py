from django.urls import path

from timebank.ledger import views

urlpatterns = [
    path("coordinate/", views.coordinate, name="coordinate"),
    # Its page comes with the sessions, which take this name over.
    path("confirming/", views.confirming, name="confirming"),
]
