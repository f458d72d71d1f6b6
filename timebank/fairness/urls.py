from django.urls import path

from timebank.fairness import views

urlpatterns = [
    path("fair-shares/", views.fair_shares, name="fair-shares"),
    path("fair-shares/data/<slug:key>.<ending:ending>", views.file, name="fair-shares-file"),
    path("fair-shares/rule/", views.choose, name="fair-shares-rule"),
    path("fair-shares/pledges/new/", views.pledge, name="pledge-new"),
]
