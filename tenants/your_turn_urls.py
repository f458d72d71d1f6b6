from django.urls import path

from tenants.views import your_turn, your_turn_feed

app_name = "your_turn"
urlpatterns = [
    path("", your_turn.start, name="start"),
    path("feed/", your_turn_feed.changes, name="feed"),
    path("<slug:area>/<slug:group>/", your_turn.answer, name="answer"),
]
