from django.urls import include, path

from tenants.rollout import views

app_name = "rollout"
urlpatterns = [
    path("", views.plans, name="plans"),
    path("partners/", views.partners, name="partners"),
    path("resources/", views.resources, name="resources"),
    path("data/<slug:key>.<ending:ending>", views.download, name="download"),
    path("groups/<slug:group>/", views.plan, name="plan"),
    path("groups/<slug:group>/change/", views.change, name="change"),
    path("milestones/", include("tenants.rollout.milestones.urls")),
    path("risks/", include("tenants.rollout.risks.urls")),
    path("", include("tenants.rollout.urls_progress")),
    path("", include("tenants.rollout.urls_equality")),
    path("", include("tenants.rollout.urls_trajectory")),
]
