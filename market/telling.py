"""Telling people of the marketplace: nobody hears of made-up activity that a demonstration writes."""

from typing import Any

from config.today import is_sample_activity
from notify.actions import notify_all


def tell(**news: Any) -> int:
    """As `notify.actions.notify_all`, and how many were told; nobody, while sample activity is written."""
    return 0 if is_sample_activity() else len(notify_all(**news))
