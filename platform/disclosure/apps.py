from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """Published counts: what others than an area's own teams may see of people, and what they have seen."""

    name = "disclosure"
    label = "disclosure"
    verbose_name = "Disclosure control"

    def ready(self) -> None:
        from disclosure import registrations

        registrations.register_all()
