"""How long the moderators' records are kept.

Closed items and reports stay for three years: as long as somebody can go to court over harm to a person (Limitation
Act 1980, section 11), and as long as Ofcom asks services to keep their records under the Online Safety Act 2023.
Decisions stay without words, because nobody may rewrite what was done; the words of a message go with its item's time.
"""

import datetime
from typing import Any

from data_rights.retention import Rule, register
from data_rights.rows import models_of

_model = models_of("peer_network")

DAYS_KEPT = 3 * 366
DAYS_OF_HOURS = 400
WHERE = "peer_network/moderation/retention.py"
WHY = (
    "For three years somebody can go to court over harm (Limitation Act 1980, section 11), and Ofcom asks for records "
    "as long. Then the item goes with its reports, steps and alarms."
)


def register_all() -> None:
    """Called once, when the applications load."""
    register(Rule("peers-queue", "Items of the moderators’ queue, with reports", DAYS_KEPT, WHY, WHERE, past=_items))
    register(
        Rule(
            "peers-letters",
            "What moderators wrote to members",
            DAYS_KEPT,
            "As long as what it was about; that something was decided stays, without words.",
            WHERE,
            past=lambda before: _model("Letter").objects.filter(act__at__lt=before, act__is_sample=False),
        )
    )
    for name, key, what in (
        ("DutyShift", "peers-duty", "Hours of moderators"),
        ("OnCall", "peers-on-call", "Hours on call"),
    ):
        register(
            Rule(
                key,
                f"{what} that are over",
                DAYS_OF_HOURS,
                "After a year and a month nobody asks who was there when.",
                WHERE,
                past=lambda before, name=name: _model(name).objects.filter(ends_at__lt=before),
            )
        )


def _items(before: datetime.datetime) -> Any:
    """Items closed before then; reports, steps and alarms go with them."""
    return _model("QueueItem").objects.filter(closed_at__lt=before, is_sample=False)
