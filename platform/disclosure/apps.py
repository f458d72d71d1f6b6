from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """Published counts: what others than an area's own teams may see of people."""

    name = "disclosure"
    verbose_name = "Disclosure control"
