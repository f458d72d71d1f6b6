from django.apps import AppConfig


class TimebankConfig(AppConfig):
    name = "timebank"
    label = "timebank"
    verbose_name = "Time bank"
