from django.urls import path

from timebank.ledger import coordinate_views, limit_views, views

urlpatterns = [
    path("balances.<ending:ending>", views.balances_file, name="balances-file"),
    path("accounts/<slug:slug>/", views.statement, name="statement"),
    path("accounts/<slug:slug>/statement.<ending:ending>", views.statement_file, name="statement-file"),
    path("limits/", limit_views.shown, name="limits"),
    path("limits/limits.<ending:ending>", limit_views.file, name="limits-file"),
    path("limits/change/", limit_views.change, name="limits-change"),
    path("limits/of/<slug:slug>/", limit_views.own, name="own-limit"),
    path("coordinate/", coordinate_views.coordinate, name="coordinate"),
    path("coordinate/grant/", coordinate_views.grant, name="grant"),
    path("coordinate/partner/", coordinate_views.partner, name="partner"),
    path("coordinate/transfers/<uuid:public_id>/reverse/", coordinate_views.reverse_transfer, name="reverse"),
]
