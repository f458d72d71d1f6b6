from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "tenants.programme"
    label = "programme"
    verbose_name = "Programme board"
