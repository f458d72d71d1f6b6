"""How long addresses of reviewers are kept."""

from datetime import datetime

from data_rights.retention import Rule, register

KEPT_DAYS = 180  # after a link has ended: long enough to ask the same person about the next version


def register_all() -> None:
    """Called once, when the applications load."""
    from knowledge.models import Reviewer

    def take_out(before: datetime) -> int:
        return Reviewer.objects.filter(expires_at__lt=before).exclude(email="").update(email="", account=None)

    register(
        Rule(
            "reviewers-addresses",
            "E-mail addresses of people who were asked to review a resource",
            KEPT_DAYS,
            "Afterwards it matters that somebody in their role agreed, and not who.",
            "knowledge/retention.py",
            past=lambda before: Reviewer.objects.filter(expires_at__lt=before).exclude(email=""),
            delete=take_out,
        )
    )
