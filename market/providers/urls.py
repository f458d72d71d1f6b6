from django.urls import path

from market.providers import views, views_checks, views_people

OWN = "provider/<uuid:public_id>/"

urlpatterns = [
    path("brokers-standard/", views.brokers_standard, name="brokers-standard"),
    path("provider/", views.home, name="provider-home"),
    path("provider/join/", views.join, name="provider-join"),
    path("provider/start/", views.start, name="provider-start"),
    path(OWN, views.own, name="provider-own"),
    path(f"{OWN}profile/<slug:step>/", views.write, name="provider-profile"),
    path(f"{OWN}send/", views.send, name="provider-send"),
    path(f"{OWN}close/", views.close, name="provider-close"),
    path(f"{OWN}everything.<ending:ending>", views.file, name="provider-file"),
    path(f"{OWN}everything.zip", views.everything_zip, name="provider-zip"),
    path(f"{OWN}people/", views_people.people, name="provider-people"),
    path(f"{OWN}people/<int:membership>/end/", views_people.end, name="provider-people-end"),
    path(f"{OWN}people/<int:invitation>/uninvite/", views_people.uninvite, name="provider-uninvite"),
    path("checks/", views_checks.waiting, name="checks"),
    path("checks/list.<ending:ending>", views_checks.waiting_file, name="checks-file"),
    path("checks/invite/", views_checks.invite, name="check-invite"),
    path("checks/providers/", views_checks.known, name="check-providers"),
    path("checks/providers/list.<ending:ending>", views_checks.known_file, name="check-providers-file"),
    path("checks/providers/<uuid:public_id>/", views_checks.one, name="check-provider"),
    path("checks/areas/<slug:area>/everything.<ending:ending>", views_checks.everything, name="area-everything"),
]
