"""Who may use these addresses; see `accounts.rights_table`."""

import datetime
from typing import Any

from django.utils import timezone

from accounts.rights_table import SIGNED_IN, Row


def _draft_of(user: Any) -> dict[str, Any]:
    from drafts.models import Draft

    now = timezone.now()
    draft = Draft.objects.create(
        user=user, path="/me/", fields=[["name", "A"]], kept_at=now, expires_at=now + datetime.timedelta(hours=1)
    )
    return {"public_id": draft.public_id}


def _mine(world: Any) -> dict[str, Any]:
    return _draft_of(world.me or world.people["practitioner"])


def _somebody_elses(world: Any) -> dict[str, Any]:
    other = world.people["carer"] if world.me != world.people["carer"] else world.people["practitioner"]
    return _draft_of(other)


ROWS = [
    Row("drafts:list", SIGNED_IN),
    Row("drafts:draft", SIGNED_IN, sample=_mine, foreign=_somebody_elses),
    Row("drafts:forget", SIGNED_IN, ("POST",), sample=_mine, foreign=_somebody_elses),
    Row("drafts:stay", SIGNED_IN),
]
