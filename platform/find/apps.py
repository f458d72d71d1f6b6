"""Search over what rooms register."""

from django.apps import AppConfig


class FindConfig(AppConfig):
    """Search."""

    name = "find"
    label = "find"
    verbose_name = "Search"
