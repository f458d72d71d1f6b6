"""Pages about the API: a person's own tokens and calendar links, and the documentation."""

from django.urls import path

from api import views

app_name = "api_pages"
urlpatterns = [
    path("me/tokens/", views.tokens, name="tokens"),
    path("me/tokens/make/", views.make, name="make"),
    path("me/tokens/<uuid:public_id>/revoke/", views.revoke, name="revoke"),
    path("me/calendars/", views.calendar_links, name="calendars"),
    path("me/calendars/<slug:key>/make/", views.make_calendar_link, name="calendar-make"),
    path("me/calendars/<slug:key>/revoke/", views.revoke_calendar_link, name="calendar-revoke"),
    path("calendars/<str:secret>.ics", views.calendar, name="calendar"),
    path("api/docs", views.documentation, name="documentation"),
    path("api/docs/openapi.json", views.documentation_file, name="documentation-file"),
]
