from django.urls import path

from tenants.views import network

app_name = "network"
urlpatterns = [
    path("", network.start, name="start"),
    path("load/", network.load, name="load"),
    path("load/template.xlsx", network.load_template, name="load-template"),
    path("areas/new/", network.new_area, name="new-area"),
]
