"""The API's root."""

from django.apps import AppConfig


class APIConfig(AppConfig):
    """Nothing to join: rooms register with `api.registry`."""

    name = "api"
    label = "api"
    verbose_name = "API"
