from django.apps import AppConfig


class TenantsConfig(AppConfig):
    name = "tenants"
    label = "tenants"
    verbose_name = "Areas"

    def ready(self) -> None:
        from tenants import registrations

        registrations.register_all()
