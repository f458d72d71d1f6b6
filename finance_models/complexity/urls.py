"""The address of the complexity-adjusted model, in the namespace of the finance models."""

from django.urls import path

from finance_models.complexity import views

urlpatterns = [path("", views.complexity, name="complexity")]
