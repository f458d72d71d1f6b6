from django.apps import AppConfig


class FinanceModelsConfig(AppConfig):
    name = "finance_models"
    label = "finance_models"
    verbose_name = "Finance models"
