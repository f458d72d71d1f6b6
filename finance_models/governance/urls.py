"""Addresses of the information governance register, in the namespace of the finance models."""

from django.urls import path

from finance_models.governance import views

urlpatterns = [
    path("", views.register, name="register"),
    path("data/objections.<ending:ending>", views.objections_download, name="objections-download"),
    path("data/<slug:key>.<ending:ending>", views.download, name="register-download"),
    path("sources/new/", views.entry_new, name="entry-new"),
    path("sources/<int:number>/", views.entry, name="entry"),
    path("sources/<int:number>/renew/", views.entry_renew, name="entry-renew"),
    path("sources/<int:number>/withdraw/", views.entry_withdraw, name="entry-withdraw"),
    path("objections/new/", views.objection_new, name="objection-new"),
    path("objections/<int:number>/taken-back/", views.objection_lift, name="objection-lift"),
    path("clocks/new/", views.clock_new, name="clock-new"),
    path("clocks/<int:number>/done/", views.clock_close, name="clock-close"),
]
