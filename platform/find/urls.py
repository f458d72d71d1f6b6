"""The address of the search."""

from django.urls import path

from find import views

app_name = "find"
urlpatterns = [path("search/", views.search, name="search")]
