from django.apps import AppConfig


class FinanceModelsConfig(AppConfig):
    name = "finance_models"
    label = "finance_models"
    verbose_name = "Finance models"

    def ready(self) -> None:
        from finance_models import registrations

        registrations.register_all()
