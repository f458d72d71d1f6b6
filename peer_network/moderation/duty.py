"""Who looks after the room now, what its pages promise of it, and when posting is closed.

The room is staffed while a moderator is on duty. With nobody on duty a lead on call can still be reached; with neither,
nobody could help, so posting closes until somebody is there again (trust.md, Safeguarding).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, Value

from accounts.models import User
from config.today import is_sample_activity, moment
from peer_network.models import DutyShift, OnCall
from peer_network.moderation import cover
from peer_network.moderation.cover import Span
from ui.shortly import shortly

ROWS_READ = 60  # spans that end in the future: weeks of a rota
DUTY, ON_CALL = "duty", "on call"


@dataclass(frozen=True)
class OnDuty:
    """The people of a moment. `on_call` has whoever is paged first at its beginning."""

    moderators: tuple[User, ...]
    on_call: tuple[User, ...]

    @property
    def is_staffed(self) -> bool:
        """Whether a moderator reads along."""
        return bool(self.moderators)


@dataclass(frozen=True)
class Closed:
    """That nobody can post now. `opens_at` is None where no hours are planned; `words` are for members."""

    opens_at: datetime | None
    words: str


def now(at: datetime | None = None) -> OnDuty:
    """Who is on duty and who is on call, now or at another moment. Two queries."""
    at = at or moment()
    covers = {"starts_at__lte": at, "ends_at__gt": at}
    shifts = DutyShift.objects.filter(**covers).select_related("moderator").order_by("pk")
    leads = OnCall.objects.filter(**covers).select_related("person").order_by("order", "pk")
    return OnDuty(
        tuple(shift.moderator for shift in shifts if shift.moderator.is_active),
        tuple(lead.person for lead in leads if lead.person.is_active),
    )


def is_staffed(at: datetime | None = None) -> bool:
    """Whether a moderator is on duty. Made-up activity stands in staffed hours. At most one query."""
    if is_sample_activity():
        return True
    at = at or moment()
    here = DutyShift.objects.filter(starts_at__lte=at, ends_at__gt=at, moderator__is_active=True)
    return here.exists()


def posting_closed(at: datetime | None = None) -> Closed | None:
    """Why nobody can post now, and until when; None while a moderator or a lead is there. At most one query."""
    if is_sample_activity():
        return None
    at = at or moment()
    spans = _spans(at)
    everybody = spans[DUTY] + spans[ON_CALL]
    if cover.until(everybody, at):
        return None
    opens_at = cover.next_start(everybody, at)
    until = _until(opens_at, at)
    return Closed(opens_at, f"Nobody is here to look after new posts just now. You can read, and not post{until}.")


def promise() -> str:
    """Who reads along and when, in words for members, without a name. At most one query."""
    return _promise_at(moment().replace(second=0, microsecond=0))


@shortly("peer_network.DutyShift", "peer_network.OnCall", "accounts.User")
def _promise_at(at: datetime) -> str:
    """The promise of this minute."""
    spans = _spans(at)
    until = cover.until(spans[DUTY], at)
    if until is None:
        return f"No moderator is here just now. {_wait(spans, at)}"
    local = until.astimezone(cover.LONDON)
    day = "today " if local.date() == at.astimezone(cover.LONDON).date() else ""
    here = f"A moderator reads along {day}until {cover.moment_in_words(until, at)}."
    return f"{here} {'At night' if cover.is_night(until) else 'After that'} {_lower(_wait(spans, until))}"


def _wait(spans: dict[str, list[Span]], since: datetime) -> str:
    """What happens to posts from `since` on, while no moderator is there."""
    if cover.until(spans[ON_CALL], since):
        return f"Some new posts wait{_until(cover.next_start(spans[DUTY], since), since)}."
    opens_at = cover.next_start(spans[DUTY] + spans[ON_CALL], since)
    return f"You can read, and not post{_until(opens_at, since)}."


def _until(end: datetime | None, since: datetime) -> str:
    return f" until {cover.moment_in_words(end, since)}" if end else " until a moderator is back"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _spans(at: datetime) -> dict[str, list[Span]]:
    """The planned hours that have not ended, in one query."""

    def rows(model: Any, person: str, kind: str) -> Any:
        there = model.objects.filter(ends_at__gt=at, **{f"{person}__is_active": True})
        said = there.annotate(what=Value(kind, CharField())).order_by()
        return said.values_list("what", "starts_at", "ends_at")

    found: dict[str, list[Span]] = {DUTY: [], ON_CALL: []}
    both = rows(DutyShift, "moderator", DUTY).union(rows(OnCall, "person", ON_CALL), all=True)
    for kind, starts_at, ends_at in both.order_by("starts_at")[:ROWS_READ]:
        found[kind].append(Span(starts_at, ends_at))
    return found
