"""Sessions in lists and files: who helps whom, with what, how long, where it stands, what is next."""

from collections.abc import Iterable
from typing import Any

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table
from tenants import groups
from timebank.calc import hours
from timebank.models import Dispute, Session, SessionPart
from timebank.sessions import next_steps
from timebank.sessions.calendar import listed
from timebank.sessions.next_steps import Next
from timebank.sessions.notices import address
from ui import formats

SOURCE = "The time bank’s sessions"
TOOK_PART = {None: "Not said yet", True: "Yes", False: "No"}
Side = SessionPart.Side


def giving(session: Session) -> str:
    """`NHS Bristol`."""
    return listed([part.account.name for part in session.parts.all() if part.side == Side.GIVES])


def receiving(session: Session) -> str:
    """`NHS Kernow and NHS Dorset`."""
    return listed([part.account.name for part in session.parts.all() if part.side == Side.RECEIVES])


def shape(session: Session) -> str:
    """`one to one`, `one to many`, `many to one`."""
    parts = list(session.parts.all())
    givers = sum(part.side == Side.GIVES for part in parts)
    return f"{'one' if givers == 1 else 'many'} to {'one' if len(parts) - givers == 1 else 'many'}"


def topic_words(session: Session) -> str:
    """The topic, with the group where one is named."""
    group = groups.BY_KEY[session.group].short_name if session.group else ""
    return ", ".join(part for part in (session.get_topic_display(), group) if part)


def minutes(session: Session) -> int:
    """What was confirmed, or what is planned."""
    return session.minutes_confirmed or session.minutes


def when(session: Session) -> str:
    """`20 July 2015 at 2pm`."""
    return formats.date_and_time(session.starts_at) if session.starts_at else "No date yet"


def step_of(session: Session) -> Next:
    """What is next in a session that was read with its parts and dates."""
    return next_steps.of(session, session.parts.all(), session.dates.all())


def row(session: Session, step: Next) -> list[Any]:
    """Session, date, hours, state, what is next and who has to do it."""
    return [
        {"text": session.title, "href": address(session)},
        f"{giving(session)} for {receiving(session)}",
        when(session),
        hours.short(minutes(session)),
        {"status": f"session_{session.state}", "text": session.get_state_display()},
        f"{step.words} ({step.who})" if step.waits_for else step.words,
    ]


def table(rows: Iterable[Session]) -> Table:
    """Columns: session, topic, who gives, who is helped, date, hours, state, what is next."""
    found = list(rows)
    return Table(
        key="sessions",
        caption="Sessions",
        head=("Session", "Topic", "Gives", "Is helped", "Date", "Hours", "State", "Next"),
        rows=tuple(
            [
                {"text": each.title, "href": address(each)},
                topic_words(each),
                giving(each),
                receiving(each),
                each.starts_on or "No date yet",
                hours.short(minutes(each)),
                {"status": f"session_{each.state}", "text": each.get_state_display()},
                _next(each),
            ]
            for each in found
        ),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
        sample=any(each.is_sample for each in found),
    )


def waiting_table(rows: Iterable[Session], key: str, caption: str) -> Table:
    """For whoever confirms, and the coordinator. Columns: session, between, date, said, missing, end of silence."""
    found = list(rows)
    return Table(
        key=key,
        caption=caption,
        head=("Session", "Between", "Date", "Said so far", "Waits for", "Silence confirms on"),
        rows=tuple(
            [
                {"text": each.title, "href": address(each)},
                f"{giving(each)} for {receiving(each)}",
                when(each),
                said(each),
                step_of(each).who or "Nobody",
                each.clock.ends_on if each.clock else "Not yet running",
            ]
            for each in found
        ),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
        sample=any(each.is_sample for each in found),
    )


def disputes_table(rows: Iterable[Dispute]) -> Table:
    """Columns: session, between, raised by, on, what is not agreed, what was said."""
    found = list(rows)
    return Table(
        key="disputes",
        caption="Disputes to settle",
        head=("Session", "Between", "Raised by", "On", "What is not agreed", "Said so far"),
        rows=tuple(
            [
                {"text": each.session.title, "href": address(each.session)},
                f"{giving(each.session)} for {receiving(each.session)}",
                each.account.name if each.account else "The site: silence could not decide",
                each.opened_on,
                each.reason,
                said(each.session),
            ]
            for each in found
        ),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
        sample=any(each.session.is_sample for each in found),
    )


def said(session: Session) -> str:
    """`NHS Bristol: 2 h; NHS Kernow: nothing yet`."""
    return "; ".join(
        f"{part.account.name}: {hours.short(part.minutes_said) if part.minutes_said else 'nothing yet'}"
        for part in session.parts.all()
    )


def _next(session: Session) -> str:
    if not session.is_open:
        return "Nothing"
    step = step_of(session)
    return f"{step.who}: {step.words}" if step.waits_for else step.words
