"""Who helped whom, read from the ledger and the sessions behind it.

A transfer with several givers and receivers is split in proportion: of 3 hours given by A (2) and B (1) to C and D
(1.5 each), C had 1 from A and half of one from B. A reversal takes back what it reverses, on its own date. Help is
dated by the day of its session, and by the day of posting where a transfer has none.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from timebank.calc.fairness.series import Received

# Each pair of a giver and a receiver of a transfer, with the receiver's part of what the giver gave.
PAIRS = """
    SELECT g.account_id AS giver, h.account_id AS receiver,
      (CASE WHEN t.kind = 'reversal' THEN -1 ELSE 1 END)
        * abs(g.minutes)::numeric * abs(h.minutes) / t.minutes AS minutes,
      (coalesce(s.starts_at, t.posted_at) AT TIME ZONE 'Europe/London')::date AS day,
      coalesce(s.topic, '') AS topic, s.request_id
    FROM timebank_transfer t
    LEFT JOIN timebank_session s ON s.public_id = t.session_ref
    JOIN timebank_entry g ON g.transfer_id = t.id AND g.side = 'gave'
    JOIN timebank_entry h ON h.transfer_id = t.id AND h.side = 'had'
"""


@dataclass(frozen=True)
class Flow:
    """Minutes that one account gave another."""

    giver: int
    receiver: int
    minutes: int


@dataclass(frozen=True)
class Story:
    """What an account gave to how many others, and had from how many, in minutes."""

    given: int
    given_to: int
    had: int
    had_from: int


def flows(until: datetime.date | None = None) -> list[Flow]:
    """Who helped whom until a day, whole minutes, the largest first. One query."""
    found = _rows(
        "SELECT giver, receiver, round(sum(minutes))::bigint FROM ({pairs}) p"
        " WHERE %s::date IS NULL OR day <= %s GROUP BY giver, receiver ORDER BY 3 DESC, 1, 2",
        [until, until],
    )
    return [Flow(*row) for row in found if row[2]]


def story(account: int, rows: Iterable[Flow]) -> Story:
    """One account's part in these flows."""
    gave = [flow for flow in rows if flow.giver == account]
    had = [flow for flow in rows if flow.receiver == account]
    return Story(sum(flow.minutes for flow in gave), len(gave), sum(flow.minutes for flow in had), len(had))


def received(slugs: dict[int, str]) -> list[Received]:
    """What each of these accounts (number: slug) had on each day. One query."""
    found = _rows(
        "SELECT receiver, day, round(sum(minutes))::bigint FROM ({pairs}) p GROUP BY receiver, day ORDER BY day", []
    )
    return [Received(slugs[account], day, minutes) for account, day, minutes in found if account in slugs]


def by_topic() -> dict[str, int]:
    """Minutes given on each topic; "" where a transfer has no session. One query."""
    return dict(_rows("SELECT topic, round(sum(minutes))::bigint FROM ({pairs}) p GROUP BY topic", []))


def on_first_priorities() -> tuple[int, int]:
    """(minutes given on requests that an area called most pressing, minutes given on any request). One query."""
    found = _rows(
        "SELECT coalesce(round(sum(p.minutes) FILTER (WHERE r.priority = 1)), 0)::bigint,"
        " coalesce(round(sum(p.minutes)), 0)::bigint FROM ({pairs}) p JOIN timebank_request r ON r.id = p.request_id",
        [],
    )
    return found[0]


def last_active() -> dict[int, datetime.date]:
    """The last day on which each account gave or had help. One query."""
    return dict(
        _rows(
            "SELECT account, max(day) FROM (SELECT giver AS account, day FROM ({pairs}) a"
            " UNION ALL SELECT receiver, day FROM ({pairs}) b) c GROUP BY account",
            [],
        )
    )


def _rows(sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql.replace("{pairs}", PAIRS), values)
        return list(cursor.fetchall())
