from django.urls import path

from tenants.programme import views

app_name = "programme"
urlpatterns = [
    path("", views.board, name="board"),
    path("data/<slug:key>.<ending:ending>", views.download, name="download"),
]
