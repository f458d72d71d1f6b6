"""How many supporters a theme needs to go before the board, and setting that number."""

from typing import Any

from django.db import transaction

import audit
from peer_network.heard.errors import ThemeRefused
from peer_network.models import ThemeRule
from peer_network.models.themes import FEWEST_NEEDED, MOST_NEEDED, NEEDED_AT_FIRST

TOO_FEW = (
    f"Choose {FEWEST_NEEDED} to {MOST_NEEDED}. A theme goes on the agenda as soon as it has the number, so everybody "
    f"then knows the number; and up to {FEWEST_NEEDED - 1} people are never told as a number."
)


def needed() -> int:
    """The number in force: the board's newest, or 8 before it has set one. One query."""
    newest = ThemeRule.objects.order_by("-pk").first()
    return newest.needed if newest else NEEDED_AT_FIRST


@transaction.atomic
def set_needed(*, number: int, reason: str, by: Any) -> ThemeRule:
    """Set the number for the board, with its reason. Themes on the agenda stay there. Raises ThemeRefused.

    A theme that has enough by the new number goes on the agenda with its next supporter, not at this moment: else a
    board could lower the number step by step and read off how many support what.
    """
    if not FEWEST_NEEDED <= number <= MOST_NEEDED:
        raise ThemeRefused(TOO_FEW)
    if not reason.strip():
        raise ThemeRefused("Say why the board chose this number.")
    made = ThemeRule.objects.create(needed=number, reason=reason.strip(), by=by)
    audit.record(action="heard.rule_set", by=by, object=made, detail={"needed": number})
    return made
