from django.urls import include, path

from tenants.rollout import views, views_your_turn

app_name = "rollout"
urlpatterns = [
    path("", views.plans, name="plans"),
    path("", include("tenants.rollout.lists.urls")),
    path("your-turn/", views_your_turn.your_turn, name="your-turn"),
    path("your-turn.<ending:ending>", views_your_turn.file, name="your-turn-file"),
    path("refusals/", include("tenants.rollout.urls_refusals")),
    path("data/<slug:key>.<ending:ending>", views.download, name="download"),
    path("groups/<slug:group>/", views.plan, name="plan"),
    path("groups/<slug:group>/change/", views.change, name="change"),
    path("milestones/", include("tenants.rollout.milestones.urls")),
    path("risks/", include("tenants.rollout.risks.urls")),
    path("sites/", include("tenants.rollout.sites.urls")),
    path("", include("tenants.rollout.urls_progress")),
    path("", include("tenants.rollout.urls_equality")),
    path("", include("tenants.rollout.urls_trajectory")),
]
