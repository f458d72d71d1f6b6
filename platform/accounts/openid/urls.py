"""The addresses of allauth's provider, with our views."""

from django.urls import path

from accounts.openid import views

urlpatterns = [
    path("oidc/<slug:provider_id>/login/", views.start, name="openid_connect_login"),
    path("oidc/<slug:provider_id>/login/callback/", views.callback, name="openid_connect_callback"),
]
