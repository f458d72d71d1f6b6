"""How long proposals are kept that were not taken up."""

from datetime import datetime
from typing import Any

from data_rights.retention import Rule, register

DECLINED_DAYS = 2 * 365  # long enough to see that the same thing is asked for again


def register_all() -> None:
    """Called once, when the applications load."""
    register(
        Rule(
            "proposals-declined",
            "Proposals for the knowledge base that were not taken up",
            DECLINED_DAYS,
            "Afterwards they say nothing that is still wanted. One that was taken up stays with its resource.",
            "knowledge/proposals/retention.py",
            past=declined,
        )
    )


def declined(before: datetime) -> Any:
    """Those that were declined before this moment."""
    from knowledge.models import Proposal

    return Proposal.objects.filter(state=Proposal.State.DECLINED, answered_at__lt=before)
