from django.urls import path

from tenants.programme.workstreams import views

urlpatterns = [
    path("", views.listed, name="workstreams"),
    path("data.<ending:ending>", views.file, name="workstreams-file"),
    path("new/", views.new, name="workstream-new"),
    path("<slug:key>/", views.workstream, name="workstream"),
    path("<slug:key>/change/", views.change, name="workstream-change"),
    path("<slug:key>/outputs/new/", views.output_new, name="output-new"),
    path("<slug:key>/outputs/<int:number>/", views.output_change, name="output-change"),
    path("<slug:key>/outputs/<int:number>/remove/", views.output_remove, name="output-remove"),
]
