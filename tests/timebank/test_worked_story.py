"""A year of the time bank in small steps, with every balance after each, as an accountant would check it by hand."""

import uuid
from typing import Any

import pytest

from timebank.ledger import accounts, holds, transfers, verifying
from timebank.ledger.errors import LimitPassed

NAMES = ("kernow", "bristol", "swindon", "network")


def stand() -> list[tuple[int, int, int, int]]:
    """(balance, reserved, given, had) of Kernow, Bristol, Swindon and the pool."""
    rows = [accounts.by_slug(name).balance for name in NAMES]
    return [(row.minutes, row.reserved, row.given, row.had) for row in rows]


def test_story_of_three_areas_and_the_pool(opened: Any, helped: Any) -> None:
    kernow, bristol, swindon = (opened(name) for name in NAMES[:3])
    nothing = (0, 0, 0, 0)

    # The network gives Swindon five hours to begin with.
    transfers.grant(key="grant", to=swindon, minutes=300, note="To begin with", by=None)
    assert stand() == [nothing, nothing, (300, 0, 0, 0), (-300, 0, 0, 0)]

    # Kernow helps Bristol for two hours, and Bristol and Swindon together for an hour and a half.
    helped("kernow", "bristol", 120)
    assert stand() == [(120, 0, 120, 0), (-120, 0, 0, 120), (300, 0, 0, 0), (-300, 0, 0, 0)]
    both = transfers.post(
        key="both",
        legs=[transfers.gave(kernow, 90), transfers.had(bristol, 45), transfers.had(swindon, 45)],
    )
    assert stand() == [(210, 0, 210, 0), (-165, 0, 0, 165), (255, 0, 0, 45), (-300, 0, 0, 0)]

    # Bristol books 17 hours; with them its twenty hours are nearly used, and another 15 minutes too many.
    session = uuid.uuid4()
    holds.reserve(account=bristol, minutes=1020, session_ref=session, by=None)
    assert stand() == [(210, 0, 210, 0), (-165, 1020, 0, 165), (255, 0, 0, 45), (-300, 0, 0, 0)]
    with pytest.raises(LimitPassed, match="−20 hours 15 minutes"):
        helped("swindon", "bristol", 30)
    helped("swindon", "bristol", 15)
    assert stand() == [(210, 0, 210, 0), (-180, 1020, 0, 180), (270, 0, 15, 45), (-300, 0, 0, 0)]

    # The session took 16 hours only: these are paid, and the rest of what was reserved is free again.
    helped("kernow", "bristol", 960, session_ref=session, spend_holds_of=session)
    assert stand() == [(1170, 0, 1170, 0), (-1140, 0, 0, 1140), (270, 0, 15, 45), (-300, 0, 0, 0)]

    # What Kernow did for both was never done.
    transfers.reverse(transfer=both.transfer, reason="It did not take place", by=None, key="undo")
    assert stand() == [(1080, 0, 1080, 0), (-1095, 0, 0, 1095), (315, 0, 15, 0), (-300, 0, 0, 0)]

    assert all(check.is_kept for check in verifying.verify())
    assert sum(row[0] for row in stand()) == 0
