from django.urls import path

from tenants.views import area_states, network

app_name = "network"
urlpatterns = [
    path("", network.start, name="start"),
    path("load/", network.load, name="load"),
    path("load/template.xlsx", network.load_template, name="load-template"),
    path("areas/new/", network.new_area, name="new-area"),
    path("areas/<slug:slug>/state/", area_states.area_state, name="area-state"),
]
