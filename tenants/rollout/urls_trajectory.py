from django.urls import path

from tenants.rollout.trajectory import views, workbook_views

urlpatterns = [
    path("trajectory/", views.trajectory, name="trajectory"),
    path("trajectory/revisions/", views.revisions, name="trajectory-revisions"),
    path("trajectory/workbook/", workbook_views.upload, name="trajectory-upload"),
    path("trajectory/workbook/download/", workbook_views.template, name="trajectory-template"),
    path("trajectory/data/<slug:key>.<ending:ending>", views.download, name="trajectory-download"),
    path("trajectory/<slug:measure>/", views.measure, name="trajectory-measure"),
    path("trajectory/<slug:measure>/change/", views.change, name="trajectory-change"),
]
