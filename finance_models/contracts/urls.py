"""Addresses of the contract register, in the namespace of the finance models."""

from django.urls import path

from finance_models.contracts import views

urlpatterns = [
    path("", views.contracts, name="contracts"),
    path("data/contracts.<ending:ending>", views.download, name="contracts-download"),
    path("new/", views.new, name="contract-new"),
    path("<int:number>/", views.contract, name="contract"),
    path("<int:number>/change/", views.change, name="contract-change"),
    path("changes/<int:number>/step/", views.step, name="contract-step"),
]
