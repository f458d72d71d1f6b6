"""An account's own page, ready to be shown: where it stands, whom it could help, who could help it."""

from typing import Any

from timebank.calc import hours
from timebank.exchange import queries
from timebank.exchange.notices import address
from timebank.models import Account, Request
from timebank.picture import queries as picture
from ui import formats

MOST = 5


def standing(account: Account) -> dict[str, Any]:
    """What the page says of an account; a fixed number of queries."""
    story = picture.story(account.pk, picture.flows())
    own = list(queries.requests().filter(account=account, state=Request.State.OPEN)[:MOST])
    return {
        "balance": hours.in_words(account.balance.minutes),
        "reserved": hours.in_words(account.balance.reserved),
        "story": story_words(story),
        "meetable": [_asked(row) for row in queries.meetable(account, MOST)],
        "own_requests": _helped(account, own),
    }


def story_words(story: picture.Story) -> str:
    """`Given 14 hours to 3 areas, had 9 hours from 2.`"""
    if not story.given and not story.had:
        return "Nothing given and nothing had yet. The first exchange is free to begin: everybody starts with credit."
    given = f"Given {hours.in_words(story.given)} to {others(story.given_to)}" if story.given else "Nothing given yet"
    had = f"had {hours.in_words(story.had)} from {others(story.had_from)}" if story.had else "nothing had yet"
    return f"{given}, {had}."


def others(count: int) -> str:
    """`3 others`, `1 other`."""
    return f"{count} other{'' if count == 1 else 's'}"


def _asked(row: Request) -> list[Any]:
    return [
        {"text": row.title, "href": address(row)},
        row.account.name,
        row.topic_words(),
        hours.short(row.minutes),
        row.needed_by,
    ]


def _helped(account: Account, rows: list[Request]) -> list[list[Any]]:
    """Each own request with the offers on its topic."""
    found = queries.helpers_for(account)
    left = queries.minutes_left(rows)
    made = []
    for row in rows:
        offers = found.get(row.topic, [])
        names = list(dict.fromkeys(offer.account.name for offer in offers))
        who = ", ".join(names[:3]) + (f" and {formats.plural(len(names) - 3, 'other')}" if len(names) > 3 else "")
        made.append(
            [
                {"text": row.title, "href": address(row)},
                hours.short(left[row.pk]),
                row.needed_by,
                who or "Nobody offers this yet",
            ]
        )
    return made
