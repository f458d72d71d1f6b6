"""The API's root."""

from django.apps import AppConfig


class APIConfig(AppConfig):
    """Rooms register their parts with `api.registry`."""

    name = "api"
    label = "api"
    verbose_name = "API"

    def ready(self) -> None:
        from api import registrations

        registrations.register_all()
