from django.urls import include, path

from finance_models import views

app_name = "finance"
urlpatterns = [
    path("", views.start, name="start"),
    path("cases/", include("finance_models.cases.urls")),
    path("contracts/", include("finance_models.contracts.urls")),
    path("data/", include("finance_models.loading.urls")),
    path("register/", include("finance_models.governance.urls")),
]
