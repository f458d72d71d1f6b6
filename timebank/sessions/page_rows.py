"""Rows of a session's page: what it is, what each side says, dates, transfers, history."""

from typing import Any

from django.urls import reverse

from timebank.calc import hours
from timebank.models import ProposedHours, Session, SessionPart
from timebank.sessions import presenters, queries
from ui import formats

State = Session.State
ANSWERS = {None: "No answer yet", True: "Can", False: "Can’t"}


def facts(session: Session, sees_all: bool) -> list[tuple[str, Any]]:
    """(what, words) of what it is; where it is, for the two sides alone."""
    rows: list[tuple[str, Any]] = [
        ("Who gives", presenters.giving(session)),
        ("Who is helped", presenters.receiving(session)),
        ("Shape", presenters.shape(session).capitalize()),
        ("Topic", presenters.topic_words(session)),
        ("Date", presenters.when(session)),
        ("Hours planned", hours.in_words(session.minutes)),
    ]
    if session.minutes_confirmed:
        rows.append(("Hours confirmed", hours.in_words(session.minutes_confirmed)))
    rows.append(("How", session.get_how_display()))
    if sees_all:
        rows += [("Place", session.place or "Not said yet")] if session.how != "remote" else []
        rows += [("What it is about", session.details)] if session.details else []
    rows.append(("How it came about", session.get_origin_display()))
    if session.reason:
        rows.append(("Why it was cancelled", session.reason if sees_all else "Its sides know why."))
    return rows


def parts_rows(session: Session, parts: list[SessionPart], sees_all: bool) -> list[list[Any]]:
    """Account, side, its share, what it says, whether it has confirmed."""
    agreed = session.minutes_confirmed
    shares = {part.pk: part.minutes_posted for part in parts} if agreed else {part.pk: part.minutes for part in parts}
    return [
        [
            part.account.name,
            part.get_side_display(),
            hours.short(shares[part.pk] or 0),
            _said(part) if sees_all else "",
            confirmed_words(part),
        ]
        for part in parts
    ]


def confirmed_words(part: SessionPart) -> str:
    """`Yes, on 3 July 2015`, and how, where it was not by their own people."""
    if not part.confirmed_how:
        return "Not yet"
    on = f"on {formats.date(part.confirmed_on)}"
    if part.confirmed_how == SessionPart.Confirmed.SILENCE:
        return f"By silence, {on}"
    if part.confirmed_how == SessionPart.Confirmed.ON_BEHALF:
        return f"By the network manager on their behalf, {on}: {part.on_behalf_reason}"
    return f"Yes, {on}"


def dates(session: Session, parts: list[SessionPart], own: list[SessionPart]) -> list[dict[str, Any]]:
    """The dates that are asked, each with everybody's answer and what the reader can still say."""
    found = []
    for date in session.dates.all():
        answers = {answer.account_id: answer.can for answer in date.answers.all()}
        found.append(
            {
                "date": date,
                "answers": [(part.account.name, ANSWERS[answers.get(part.account_id)]) for part in parts],
                "own": [
                    {"account": part.account, "can": answers.get(part.account_id)}
                    for part in own
                    if session.state in (State.DATES, State.BOOKED)
                ],
                "href": reverse("timebank:session-date-answer", args=[session.public_id, date.pk]),
            }
        )
    return found


def proposed_hours(asked: ProposedHours, parts: list[SessionPart], own: list[SessionPart]) -> dict[str, Any]:
    """Hours that are proposed in place of those planned: who has agreed, and what the reader can still say."""
    agreed = {account.pk for account in asked.agreed.all()}
    words = {True: "Agrees", False: "No answer yet"}
    return {
        "title": f"{hours.in_words(asked.minutes)}, proposed by {asked.account.name}",
        "answers": [(part.account.name, words[part.account_id in agreed]) for part in parts],
        "own": [{"account": part.account, "agrees": part.account_id in agreed} for part in own],
        "href": reverse("timebank:session-hours-answer", args=[asked.session.public_id, asked.pk]),
        "by": asked.account,
    }


def transfer_rows(session: Session) -> list[list[Any]]:
    """When, what, hours and note of each transfer of the session."""
    return [
        [formats.date_and_time(row.posted_at), row.get_kind_display(), hours.in_words(row.minutes), row.note]
        for row in queries.transfers_of(session)
    ]


def history(session: Session) -> list[list[Any]]:
    """When, what, for whom, and by whom; the newest last."""
    rows = session.steps.select_related("account__area", "account__organisation", "by")
    return [
        [formats.date(step.on), _step_words(step), step.account.name if step.account else "", _who(step)]
        for step in rows
    ]


def _step_words(step: Any) -> str:
    words = step.get_kind_display()
    if step.starts_at:
        words += f": {formats.date_and_time(step.starts_at)}"
    return f"{words} ({hours.in_words(step.minutes)})" if step.minutes else words


def _who(step: Any) -> str:
    if step.by_id is None:
        return "The site"
    return str(step.by) if step.by else "Somebody whose account is gone"


def _said(part: SessionPart) -> str:
    return f"{hours.short(part.minutes_said)} in all" if part.minutes_said else "Nothing yet"


def said_rows(parts: list[SessionPart]) -> list[tuple[str, str]]:
    """(account, hours) of those that have said how long it was."""
    return [(part.account.name, hours.in_words(part.minutes_said)) for part in parts if part.minutes_said]
