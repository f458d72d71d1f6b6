from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "tenants.returns"
    label = "returns"
    verbose_name = "Returns"

    def ready(self) -> None:
        from tenants.returns.registrations import register_all

        register_all()
