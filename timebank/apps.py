"""The expertise time bank: hours of practical support between areas."""

from django.apps import AppConfig


class TimebankConfig(AppConfig):
    name = "timebank"
    label = "timebank"
    verbose_name = "Time bank"

    def ready(self) -> None:
        from timebank import registrations

        registrations.register_all()
