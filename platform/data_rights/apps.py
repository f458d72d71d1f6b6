"""A person's rights over what is kept of them: export, correction, erasure, retention."""

from django.apps import AppConfig


class DataRightsConfig(AppConfig):
    """Registers the parts of the packages below, the schedule and the pages."""

    name = "data_rights"
    label = "data_rights"
    verbose_name = "Data rights"

    def ready(self) -> None:
        from data_rights import registrations

        registrations.register_all()
