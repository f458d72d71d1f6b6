from django.urls import path

from tenants.views import your_turn

app_name = "your_turn"
urlpatterns = [
    path("", your_turn.start, name="start"),
    path("<slug:area>/<slug:group>/", your_turn.answer, name="answer"),
]
