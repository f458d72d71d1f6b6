from django.urls import path

from tenants.rollout import views_refusals

urlpatterns = [
    path("", views_refusals.listed, name="refusals"),
    path("data.<ending:ending>", views_refusals.file, name="refusals-file"),
    path("<int:number>/", views_refusals.refusal, name="refusal"),
]
