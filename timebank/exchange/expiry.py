"""Offers and requests run out: somebody is reminded before, and on the day they leave the list. Runs each morning."""

import datetime

from django.db import transaction

from config.today import today
from timebank.exchange import actions, notices, queries
from timebank.models import Offer, Request

REMIND_BEFORE = datetime.timedelta(days=14)


@transaction.atomic
def keep() -> tuple[int, int]:
    """Remind of what runs out within two weeks, once, and take off what ran out before today: (reminded, ended)."""
    day = today()
    reminded = ended = 0
    for rows in queries.ending(day + REMIND_BEFORE):
        for row in rows:
            if row.expires_on < day:
                _end(row)
                ended += 1
            elif row.reminded_on is None:
                row.reminded_on = day
                row.save(update_fields=["reminded_on"])
                notices.runs_out(row)
                reminded += 1
    return reminded, ended


def _end(row: Offer | Request) -> None:
    row.state = type(row).State.EXPIRED
    row.save(update_fields=["state"])
    actions.lapse(row)
    notices.has_run_out(row)
