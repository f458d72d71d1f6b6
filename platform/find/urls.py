"""The addresses of the search."""

from django.urls import path

from find import views

app_name = "find"
urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/without-results/", views.unanswered_list, name="unanswered"),
    path("search/without-results/words.<ending:ending>", views.unanswered_file, name="unanswered-file"),
]
