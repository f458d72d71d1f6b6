"""How long addresses are kept that never confirmed that they want to follow a page."""

from data_rights.retention import Rule, register
from tenants.followers import CONFIRMED_WITHIN_DAYS


def register_all() -> None:
    """Called once, when the applications load."""
    from tenants.models import Follower

    register(
        Rule(
            "followers-unconfirmed",
            "Addresses that were to follow a page of “your turn” and were never confirmed",
            CONFIRMED_WITHIN_DAYS,
            "Somebody else may have typed the address.",
            "tenants/followers.py",
            past=lambda before: Follower.objects.filter(confirmed_at__isnull=True, asked_at__lt=before),
        )
    )
