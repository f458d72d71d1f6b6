"""Notifications, in the page and by e-mail, and reminders."""

from django.apps import AppConfig


class NotifyConfig(AppConfig):
    """Notifications."""

    name = "notify"
    label = "notify"
    verbose_name = "Notifications"
