"""Whom a session tells of what. Names, dates and minutes are for the page; e-mails have `notice_kinds`' words."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from notify.actions import notify, notify_all
from tenants.telling import people_who_may
from timebank.calc.hours import in_words
from timebank.exchange.whose import people_of
from timebank.models import Account, Session, SessionMentor, SessionPart
from timebank.sessions.notice_kinds import DISPUTES, GIVING, SESSIONS, TO_CONFIRM, TOMORROW
from ui import formats


def address(session: Session) -> str:
    """The session's page."""
    return reverse("timebank:session", args=[session.public_id])


def begun(session: Session, *, by: User | None) -> None:
    """Tell all sides that dates are looked for."""
    _tell(
        session,
        SESSIONS,
        f"A session to agree on: {session.title}",
        f"{in_words(session.minutes)}. Propose a date.",
        by,
    )
    for mentor in mentors_of(session):
        mentor_named(mentor, by=by)


def dates_proposed(session: Session, account: Account, *, by: User | None) -> None:
    """Tell the others."""
    _tell(
        session,
        SESSIONS,
        f"{account.name} proposes dates: {session.title}",
        "Say which of them you can make.",
        by,
        account,
    )


def date_answered(session: Session, account: Account, *, can: bool, by: User | None) -> None:
    """Tell the others."""
    words = "can make a date" if can else "can’t make a date"
    _tell(
        session,
        SESSIONS,
        f"{account.name} {words}: {session.title}",
        "Propose another one if none is left.",
        by,
        account,
    )


def booked(session: Session, *, moved: bool, by: User | None) -> None:
    """Tell all sides, and the mentors."""
    when = formats.date_and_time(session.starts_at)
    title = f"{'Moved to' if moved else 'Booked for'} {when}: {session.title}"
    _tell(session, SESSIONS, title, "The calendar file is on its page.", by)
    _tell_mentors(session, f"{title}", "", by)


def changed(session: Session, account: Account, *, by: User | None) -> None:
    """Tell the others what is new."""
    title = f"{account.name} has changed a session: {session.title}"
    _tell(session, SESSIONS, title, "Look at what it is about, and where it is.", by, account)
    _tell_mentors(session, title, "", by)


def hours_proposed(session: Session, account: Account, minutes: int, *, by: User | None) -> None:
    """Tell the others, who agree or not."""
    title = f"{account.name} proposes {in_words(minutes)}: {session.title}"
    words = f"{in_words(session.minutes)} are planned until every side agrees."
    _tell(session, SESSIONS, title, words, by, account)


def hours_answered(session: Session, account: Account, *, agrees: bool, by: User | None) -> None:
    """Tell the others."""
    words = "agrees to other hours" if agrees else "does not want other hours"
    planned = f"{in_words(session.minutes)} are planned."
    _tell(session, SESSIONS, f"{account.name} {words}: {session.title}", planned, by, account)


def hours_agreed(session: Session, *, by: User | None) -> None:
    """Tell all sides, and the mentors."""
    title = f"Now {in_words(session.minutes)}: {session.title}"
    _tell(session, SESSIONS, title, "Every side has agreed.", by)
    _tell_mentors(session, title, "", by)


def cancelled(session: Session, account: Account, *, by: User | None) -> None:
    """Tell the others why."""
    title = f"{account.name} has cancelled a session: {session.title}"
    _tell(session, SESSIONS, title, f"Why: {session.reason}", by, account)
    _tell_mentors(session, title, "", by)


def tomorrow(session: Session) -> None:
    """Tell everybody concerned the day before, once."""
    title = f"Tomorrow at {formats.time(session.starts_at)}: {session.title}"
    where = session.place or ("The link is on its page." if session.link else "")
    key = f"session-{session.pk}-{session.starts_on}"
    for part in _parts(session):
        people = _people(session, part.account)
        _notify(session, people, TOMORROW, title, where, None, part.account, key=key, date=session.starts_on)
    _tell_mentors(session, title, where, None, kind=TOMORROW, key=key, date=session.starts_on)


def minutes_said(session: Session, account: Account, minutes: int, *, confirmed: bool, by: User | None) -> None:
    """Tell whoever has not confirmed yet; the account's own lead too, where somebody else said it for the area."""
    title = f"{account.name} says {in_words(minutes)}: {session.title}"
    for part in _parts(session):
        if part.account_id != account.pk or not confirmed:
            words = "Confirm it, or say how long it was." if not part.is_confirmed else "Look whether you agree."
            _wait_for(session, part, title, words, by)


def silence_ahead(session: Session, parts: Iterable[SessionPart], *, told: int) -> None:
    """The notices before silence confirms: to whoever has not confirmed."""
    clock = session.clock
    ends = formats.date(clock.ends_on) if clock else ""
    title = f"Silence confirms on {ends}: {session.title}"
    for part in parts:
        if not part.is_confirmed:
            words = "Say how long it was, confirm what the others say, or raise a dispute."
            _wait_for(session, part, title, words, None, key=f"session-{session.pk}-silence-{told}-{ends}")


def confirmed(session: Session, *, by: User | None) -> None:
    """Tell all sides that the hours are in the ledger."""
    minutes = in_words(session.minutes_confirmed or 0)
    _tell(session, SESSIONS, f"Confirmed with {minutes}: {session.title}", "How useful was it? Tell the others.", by)


def disputed(session: Session, account: Account | None, *, by: User | None) -> None:
    """Tell the network manager, and the other sides."""
    title = f"{f'{account.name} disputes' if account else 'To be decided'}: {session.title}"
    words = "Everything is held until the network manager settles it."
    _tell(session, DISPUTES, title, words, by, account)
    _tell_managers(session, title, "Settle it, with a reason.", by)


def taken_back(session: Session, account: Account, *, by: User | None) -> None:
    """Tell the network manager and the others."""
    title = f"{account.name} has taken back its dispute: {session.title}"
    _tell(session, DISPUTES, title, "The session waits for confirmation again.", by, account)
    _tell_managers(session, title, "", by)


def settled(session: Session, minutes: int, *, by: User | None) -> None:
    """Tell all sides how it was settled."""
    how = f"Settled with {in_words(minutes)}" if minutes else "Settled without minutes"
    _tell(session, DISPUTES, f"{how}: {session.title}", "Why, is on its page.", by)


def feedback_given(session: Session, account: Account, *, by: User | None) -> None:
    """Tell the others."""
    _tell(session, SESSIONS, f"{account.name} says what the session was worth: {session.title}", "", by, account)


def mentor_named(mentor: SessionMentor, *, by: User | None) -> None:
    """Tell the mentor."""
    session = mentor.part.session
    _tell_mentor(mentor, f"You are named as a mentor: {session.title}", f"By {mentor.part.account.name}.", by)


def mentor_answered(mentor: SessionMentor, *, by: User | None) -> None:
    """Tell the mentor's own area, whether they took part."""
    session, account = mentor.part.session, mentor.part.account
    words = "took part" if mentor.took_part else "did not take part"
    people = _people(session, account)
    _notify(session, people, SESSIONS, f"A mentor says that they {words}: {session.title}", "", by, account)


def payment_recorded(mentor: SessionMentor, *, by: User | None) -> None:
    """Tell the mentor that there is something; how much, is on the page."""
    _tell_mentor(mentor, f"A payment or expenses are recorded: {mentor.part.session.title}", "", by)


def mentors_of(session: Session) -> list[SessionMentor]:
    """The mentors of a session, with their accounts."""
    rows = SessionMentor.objects.filter(part__session=session)
    return list(rows.select_related("person", "part__account__area", "part__account__organisation", "part__session"))


def _parts(session: Session) -> list[SessionPart]:
    return list(session.parts.select_related("account__area", "account__organisation"))


def _people(session: Session, account: Account) -> list[User]:
    """Who hears of it for an account: its leads, and whoever of the account began the session or spoke for it."""
    people = {person.pk: person for person in people_of(account)}
    spoke = session.dates.filter(account=account).select_related("by")
    for person in (session.made_by, *(date.by for date in spoke)):
        if person is not None and account.area is not None:
            people.setdefault(person.pk, person)
    return list(people.values())


def _tell(session: Session, kind: str, title: str, body: str, by: User | None, but: Account | None = None) -> None:
    """Tell the people of every account but one."""
    for part in _parts(session):
        if but is None or part.account_id != but.pk:
            _notify(session, _people(session, part.account), kind, title, body, by, part.account)


def _wait_for(
    session: Session, part: SessionPart, title: str, body: str, by: User | None, key: str | None = None
) -> None:
    people = _people(session, part.account)
    ends = session.clock.ends_on if session.clock else None
    _notify(session, people, TO_CONFIRM, title, body, by, part.account, key=key, date=ends)


def _notify(
    session: Session,
    people: list[User],
    kind: str,
    title: str,
    body: str,
    by: User | None,
    account: Account,
    **facts: Any,
) -> None:
    if session.is_sample:
        return  # made-up activity is nobody's news
    notify_all(to=people, kind=kind, title=title, body=body, url=address(session), area=account.area, by=by, **facts)


def _tell_managers(session: Session, title: str, body: str, by: User | None) -> None:
    if session.is_sample:
        return
    managers = people_who_may(Permission.TIMEBANK_COORDINATE)
    notify_all(to=managers, kind=DISPUTES, title=title, body=body, url=address(session), by=by)


def _tell_mentors(session: Session, title: str, body: str, by: User | None, kind: str = GIVING, **facts: Any) -> None:
    for mentor in mentors_of(session):
        _tell_mentor(mentor, title, body, by, kind, **facts)


def _tell_mentor(
    mentor: SessionMentor, title: str, body: str, by: User | None, kind: str = GIVING, **facts: Any
) -> None:
    if mentor.part.session.is_sample:
        return
    url = reverse("timebank:giving-session", args=[mentor.part.session.public_id])
    area = mentor.part.account.area
    notify(to=mentor.person, kind=kind, title=title, body=body, url=url, area=area, by=by, **facts)
