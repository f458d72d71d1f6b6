"""Notifications, in the page and by e-mail, and reminders."""

from django.apps import AppConfig


class NotifyConfig(AppConfig):
    """Registers its kinds, its schedule and its entry in the header."""

    name = "notify"
    label = "notify"
    verbose_name = "Notifications"

    def ready(self) -> None:
        from notify import registrations

        registrations.register_all()
