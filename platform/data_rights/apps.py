"""A person's rights over what is kept of them: export, correction, erasure, retention."""

from django.apps import AppConfig


class DataRightsConfig(AppConfig):
    """Data rights."""

    name = "data_rights"
    label = "data_rights"
    verbose_name = "Data rights"
