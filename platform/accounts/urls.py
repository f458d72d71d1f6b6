"""Addresses of accounts' own pages; signing in is allauth's, under /account/ too."""

from django.urls import path

from accounts import people_views, views

app_name = "accounts"
urlpatterns = [
    path("me/", views.me, name="me"),
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
