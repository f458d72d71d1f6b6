"""What sessions add to the time bank's own pages: an area's next sessions, and a mentor's."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from timebank.models import SessionMentor
from timebank.pages import Part
from timebank.sessions import next_steps, presenters, queries

MOST = 5


def next_sessions(request: HttpRequest, account: Any) -> Part:
    """The next sessions of an account, with what each waits for; for readers without one the way to all of them."""
    if account is None:
        return Part("timebank/sessions/part_none.html")
    rows = queries.next_of([account], most=MOST)
    items = []
    for session in rows:
        step = next_steps.of(session, session.parts.all(), session.dates.all())
        items.append({"session": session, "row": presenters.row(session, step)})
    return Part("timebank/sessions/part_next.html", {"items": items, "account": account})


def mentoring(request: HttpRequest, account: Any) -> Part:
    """A mentor's own sessions."""
    rows = queries.mentored(request.user)
    return Part("timebank/sessions/part_mentoring.html", {"rows": [_mentored(row) for row in rows]})


def _mentored(row: SessionMentor) -> dict[str, Any]:
    session = row.part.session
    return {
        "title": session.title,
        "href": reverse("timebank:giving-session", args=[session.public_id]),
        "starts_at": session.starts_at,
        "status": f"session_{session.state}",
        "for": row.part.account.name,
        "took_part": presenters.TOOK_PART[row.took_part],
    }
