"""Addresses of accounts' own pages; signing in is allauth's, under /account/ too."""

from django.urls import path

from accounts import passkeys, people_views, views
from accounts.representing import views as representing

app_name = "accounts"
urlpatterns = [
    path("me/", views.me, name="me"),
    path("me/representatives/", representing.representatives, name="representatives"),
    path("me/representatives/stop/", representing.stop, name="stop-acting"),
    path("me/representatives/<uuid:public_id>/act/", representing.act, name="act"),
    path("me/representatives/<uuid:public_id>/end/", representing.end, name="representation-end"),
    path("me/acting/", representing.home, name="acting"),
    path("account/2fa/webauthn/keys/<int:pk>/remove/", passkeys.remove, name="remove-passkey"),
    path("account/invitation/<str:token>/", views.invitation, name="invitation"),
    path("account/staff-session/", views.staff_session, name="staff-session"),
    path("account/staff-session/end/", views.staff_session_end, name="staff-session-end"),
    path("cms/account/", views.editors_account, name="editors-account"),
    path("network/people/", people_views.people, name="people"),
    path("network/people/data/<slug:key>.<ending:ending>", people_views.download, name="people-download"),
    path("network/people/invite/", people_views.invite, name="invite"),
    path("network/people/invitations/<int:pk>/withdraw/", people_views.withdraw, name="withdraw"),
    path("network/people/roles/<int:pk>/end/", people_views.end_role, name="end-role"),
]
