from django.urls import path

from market.planning import views, views_lines

PLAN = "plans/<uuid:public_id>/"

urlpatterns = [
    path("plans/", views.listed, name="plans"),
    path("plans/new/", views.new, name="plan-new"),
    path("plans/add/<uuid:public_id>/", views.choose, name="plan-add"),
    path(PLAN, views.one, name="plan"),
    path(f"{PLAN}plan.<ending:ending>", views.file, name="plan-file"),
    path(f"{PLAN}change/", views.change, name="plan-change"),
    path(f"{PLAN}copy/", views.copy, name="plan-copy"),
    path(f"{PLAN}delete/", views.delete, name="plan-delete"),
    path(f"{PLAN}lines/new/", views_lines.new, name="plan-line-new"),
    path(f"{PLAN}lines/assistant/", views_lines.assistant, name="plan-assistant-new"),
    path(f"{PLAN}lines/<uuid:line>/change/", views_lines.change, name="plan-line-change"),
    path(f"{PLAN}lines/<uuid:line>/remove/", views_lines.remove, name="plan-line-remove"),
]
