"""Who may use the addresses of sessions; see `accounts.rights_table`."""

import datetime
from typing import Any

from accounts.rights_table import AREA_STAFF, Row

READERS = (*AREA_STAFF, "evaluator", "board-member", "network-manager")
ACTING = ("practitioner", "area-lead", "commissioner", "network-manager")
CONFIRMING = ("area-lead", "network-manager")
MENTORS = ("budget-holder", "carer", "peer-supporter")
FORM, POST = ("GET", "POST"), ("POST",)
MET_AT = datetime.datetime(2015, 7, 1, 13, tzinfo=datetime.UTC)


def a_session(world: Any, state: str = "dates", *, is_own: bool = True, **facts: Any) -> Any:
    """A session in this state, with the account of whoever asks on the giving side; or between two others."""
    from timebank.exchange.rights import foreign_account, own_account
    from timebank.ledger import accounts
    from timebank.models import Dispute, Session, SessionPart

    # A third area, for which nobody who asks acts.
    third = accounts.by_slug("wiltshire")
    giver = own_account(world) if is_own else foreign_account(world)
    when = {} if state == "dates" else {"starts_at": MET_AT, "waits_since": datetime.date(2015, 7, 1)}
    made = Session.objects.create(
        title="A session", topic="workforce", origin="direct", minutes=60, state=state, **{**when, **facts}
    )
    for account, side in ((giver, "gives"), (third, "receives")):
        SessionPart.objects.create(session=made, account=account, side=side, minutes=60)
    if state == "disputed":
        Dispute.objects.create(session=made, account=giver, reason="It was shorter")
    return made


def a_mentor(world: Any, *, is_own: bool = True) -> Any:
    """Whoever asks, as the mentor of a session."""
    from timebank.models import SessionMentor

    part = a_session(world, "delivered", is_own=is_own).parts.get(side="gives")
    person = world.me or world.people["area-lead"]
    return SessionMentor.objects.create(part=part, person=person, kind="carer")


def _in(state: str) -> Any:
    return lambda world: {"public_id": a_session(world, state).public_id}


def _foreign(state: str) -> Any:
    return lambda world: {"public_id": a_session(world, state, is_own=False).public_id}


def _row(name: str, allowed: Any, methods: Any, state: str, **facts: Any) -> Row:
    """A page of a session of one's own, closed where one acts for neither side."""
    return Row(f"timebank:session-{name}", allowed, methods, sample=_in(state), foreign=_foreign(state), **facts)


def _date(world: Any, *, is_own: bool = True) -> dict[str, Any]:
    from timebank.models import ProposedDate

    session = a_session(world, is_own=is_own)
    facts = {"account": session.parts.first().account, "starts_at": MET_AT}
    return {"public_id": session.public_id, "number": ProposedDate.objects.create(session=session, **facts).pk}


def _hours(world: Any, *, is_own: bool = True) -> dict[str, Any]:
    from timebank.models import ProposedHours

    session = a_session(world, is_own=is_own)
    made = ProposedHours.objects.create(session=session, account=session.parts.first().account, minutes=90)
    return {"public_id": session.public_id, "number": made.pk}


def _mentor(world: Any, *, is_own: bool = True) -> dict[str, Any]:
    made = a_mentor(world, is_own=is_own)
    return {"public_id": made.part.session.public_id, "number": made.pk}


def _on_behalf(world: Any) -> dict[str, Any]:
    return {"public_id": a_session(world, "delivered").public_id, "account": "wiltshire"}


def _of_nobody(world: Any) -> dict[str, Any]:
    """A session in which whoever asks is no mentor."""
    return {"public_id": a_session(world, "delivered").public_id}


def _as_mentor(world: Any) -> dict[str, Any]:
    return {"public_id": a_mentor(world).part.session.public_id}


def _file(world: Any) -> dict[str, Any]:
    return {"ending": "csv"}


ROWS = [
    Row("timebank:sessions", READERS),
    Row("timebank:sessions-file", READERS, sample=_file),
    Row("timebank:session-new", ACTING, FORM, also=(422,)),
    Row("timebank:session-record", ACTING, FORM, also=(422,)),
    Row("timebank:sessions-watch", ["network-manager"]),
    Row("timebank:sessions-watch-file", ["network-manager"], sample=_file),
    Row("timebank:confirming", CONFIRMING),
    Row("timebank:confirming-file", CONFIRMING, sample=_file),
    Row("timebank:session", READERS, sample=_in("booked")),
    Row("timebank:session-calendar", ACTING, sample=_in("booked")),
    _row("dates", ACTING, FORM, "dates", also=(422,)),
    Row(
        "timebank:session-date-answer",
        ACTING,
        POST,
        sample=_date,
        foreign=lambda world: _date(world, is_own=False),
    ),
    _row("change", ACTING, FORM, "dates", also=(422,)),
    _row("hours", ACTING, FORM, "dates", also=(422,)),
    Row(
        "timebank:session-hours-answer",
        ACTING,
        POST,
        sample=_hours,
        foreign=lambda world: _hours(world, is_own=False),
    ),
    _row("cancel", ACTING, FORM, "dates", also=(422,)),
    _row("minutes", ACTING, FORM, "delivered", also=(422,)),
    Row("timebank:session-on-behalf", ["network-manager"], FORM, sample=_on_behalf, also=(422,)),
    _row("dispute", ACTING, FORM, "delivered", also=(422,)),
    _row("dispute-back", ACTING, POST, "disputed"),
    Row("timebank:session-settle", ["network-manager"], FORM, sample=_in("disputed"), also=(422,)),
    _row("feedback", ACTING, FORM, "delivered", also=(422,)),
    _row("lesson", ACTING, FORM, "delivered", also=(422,)),
    _row("mentors", ACTING, FORM, "dates", also=(422,)),
    Row(
        "timebank:session-mentor-off", ACTING, POST, sample=_mentor, foreign=lambda world: _mentor(world, is_own=False)
    ),
    Row(
        "timebank:session-payment",
        CONFIRMING,
        FORM,
        sample=_mentor,
        foreign=lambda world: _mentor(world, is_own=False),
        also=(422,),
    ),
    Row("timebank:session-took-part", ACTING, POST, sample=_as_mentor, foreign=_of_nobody),
    Row("timebank:giving-session", MENTORS, sample=_as_mentor, foreign=_of_nobody),
    Row("timebank:giving-took-part", MENTORS, POST, sample=_as_mentor, foreign=_of_nobody),
]
