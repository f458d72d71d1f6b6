from django.urls import path

from market.offers import views, views_checks, views_wizard

OWN = "provider/offers/<uuid:public_id>/"

urlpatterns = [
    path("provider/<uuid:public_id>/offers/new/", views_wizard.begin, name="offer-new"),
    path(OWN, views.own, name="offer-own"),
    path(f"{OWN}write/<slug:step>/", views_wizard.write, name="offer-write"),
    path(f"{OWN}preview/", views_wizard.preview, name="offer-preview"),
    path(f"{OWN}send/", views_wizard.send, name="offer-send"),
    path(f"{OWN}take-back/", views_wizard.take_back, name="offer-take-back"),
    path(f"{OWN}places/", views.capacity, name="offer-capacity"),
    path(f"{OWN}pause/", views.pause, name="offer-pause"),
    path(f"{OWN}withdraw/", views.withdraw, name="offer-withdraw"),
    path(f"{OWN}resume/", views.switch, {"verb": "resume"}, name="offer-resume"),
    path(f"{OWN}confirm/", views.switch, {"verb": "confirm"}, name="offer-confirm"),
    path("offers/<uuid:public_id>/pictures/<uuid:picture>/", views.picture, name="offer-picture"),
    path("checks/offers/<uuid:public_id>/", views_checks.one, name="check-offer"),
    path("checks/offers/<uuid:public_id>/take-off/", views_checks.take_off, name="check-offer-take-off"),
]
