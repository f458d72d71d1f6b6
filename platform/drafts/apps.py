"""What somebody was typing when their session ended."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """Nothing to join: the end of a session keeps a draft (`accounts.middleware`)."""

    name = "drafts"
    label = "drafts"
    verbose_name = "Drafts"
