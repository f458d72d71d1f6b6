from django.urls import path

from tenants.views import your_turn, your_turn_feed, your_turn_follow, your_turn_refused

app_name = "your_turn"
# No area's slug may stand alone below here: `followed` and the others would hide it.
urlpatterns = [
    path("", your_turn.start, name="start"),
    path("feed/", your_turn_feed.changes, name="feed"),
    path("followed/", your_turn_follow.followed, name="followed"),
    path("confirm/<uuid:secret>/", your_turn_follow.confirm, name="confirm"),
    path("leave/<uuid:secret>/", your_turn_follow.leave, name="leave"),
    path("go/<uuid:secret>/", your_turn_follow.go, name="go"),
    path("<slug:area>/<slug:group>/", your_turn.answer, name="answer"),
    path("<slug:area>/<slug:group>/history.<ending:ending>", your_turn.history, name="history"),
    path("<slug:area>/<slug:group>/follow/", your_turn_follow.follow, name="follow"),
    path("<slug:area>/<slug:group>/follow/account/", your_turn_follow.with_account, name="with-account"),
    path("<slug:area>/<slug:group>/refused/", your_turn_refused.refused, name="refused"),
]
