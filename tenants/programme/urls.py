from django.urls import path

from tenants.programme import calendar, views

app_name = "programme"
urlpatterns = [
    path("", views.board, name="board"),
    path("milestones.ics", calendar.milestones_file, name="milestones-calendar"),
    path("data/<slug:key>.<ending:ending>", views.download, name="download"),
]
