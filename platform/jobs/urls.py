"""Addresses of long work."""

from django.urls import path

from jobs import views

app_name = "jobs"
urlpatterns = [
    path("jobs/", views.job_list, name="list"),
    path("jobs/<uuid:public_id>/", views.job_page, name="job"),
    path("jobs/<uuid:public_id>/status/", views.job_status, name="status"),
    path("jobs/<uuid:public_id>/stop/", views.cancel_job, name="cancel"),
    path("jobs/<uuid:public_id>/faults.txt", views.job_faults, name="faults"),
]
