from django.urls import include, path

from finance_models import views

app_name = "finance"
urlpatterns = [
    path("", views.start, name="start"),
    path("", include("finance_models.runs.urls")),
    path("assumptions/", include("finance_models.assumptions.urls")),
    path("prices/", include("finance_models.prices.urls")),
    path("complexity/", include("finance_models.complexity.urls")),
    path("share/", include("finance_models.sharing.urls")),
    path("cohorts/", include("finance_models.cohorts.urls")),
    path("releases/", include("finance_models.release.urls")),
    path("cases/", include("finance_models.cases.urls")),
    path("contracts/", include("finance_models.contracts.urls")),
    path("data/", include("finance_models.loading.urls")),
    path("register/", include("finance_models.governance.urls")),
]
