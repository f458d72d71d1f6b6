from django.urls import path

from tenants.rollout.equality import views

urlpatterns = [
    path("equality/", views.all_of_them, name="equality"),
    path("equality/new/", views.new, name="equality-new"),
    path("equality/data/<slug:key>.<ending:ending>", views.download, name="equality-download"),
    path("equality/<slug:key>/", views.one, name="equality-item"),
    path("equality/<slug:key>/agree/", views.agree, name="equality-agree"),
    path("equality/<slug:key>/open/", views.open_again, name="equality-open"),
    path("equality/<slug:key>/write/<slug:screen>/", views.write, name="equality-screen"),
]
