"""Who may use the API's own pages; see `accounts.rights_table`. What a token opens is tried in tests/api."""

import datetime
from typing import Any

from django.utils import timezone

from accounts.rights_table import PUBLIC, SIGNED_IN, Row

GET_AND_POST = ("GET", "POST")


def _token_of(user: Any) -> dict[str, Any]:
    from api.models import Token

    now = timezone.now()
    facts = {
        "name": "A token",
        "scopes": ["me:read"],
        "created_at": now,
        "expires_at": now + datetime.timedelta(days=9),
    }
    token = Token.objects.create(owner=user, digest=f"{user.pk}-{now.timestamp()}", **facts)
    return {"public_id": token.public_id}


def _mine(world: Any) -> dict[str, Any]:
    return _token_of(world.me or world.people["practitioner"])


def _somebody_elses(world: Any) -> dict[str, Any]:
    return _token_of(world.people["carer" if world.me != world.people["carer"] else "practitioner"])


def _my_link(world: Any) -> dict[str, Any]:
    from api.models import CalendarLink

    facts = {"calendar": "milestones", "digest": f"{timezone.now().timestamp()}", "created_at": timezone.now()}
    CalendarLink.objects.create(owner=world.me or world.people["practitioner"], **facts)
    return {"key": "milestones"}


def _board_calendar(world: Any) -> dict[str, Any]:
    return {"key": "milestones"}


ROWS = [
    Row("api_pages:tokens", SIGNED_IN),
    Row("api_pages:make", SIGNED_IN, GET_AND_POST, also=(422,)),
    Row("api_pages:revoke", SIGNED_IN, GET_AND_POST, sample=_mine, foreign=_somebody_elses),
    Row("api_pages:calendars", SIGNED_IN),
    # 404 for those who may not read the board.
    Row("api_pages:calendar-make", SIGNED_IN, ("POST",), sample=_board_calendar, also=(404,)),
    Row("api_pages:calendar-revoke", SIGNED_IN, GET_AND_POST, sample=_my_link),
    Row("api_pages:calendar", PUBLIC, sample=lambda world: {"secret": "cal_nothing"}, also=(404,)),
    Row("api_pages:documentation", SIGNED_IN),
    Row("api_pages:documentation-file", SIGNED_IN),
]
