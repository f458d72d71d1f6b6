"""Sample sessions in every state, by the real actions: the first implementation cohort's sites help the second's."""

import datetime
from typing import Any

from django.utils import timezone

from accounts.models import User
from config.today import sample_day
from embedded.demo_people import PEOPLE
from timebank.ledger import accounts
from timebank.models import Account, Request, Session, SessionPart
from timebank.sample import session_plans as plans
from timebank.sample.exchange import LABEL
from timebank.sample.session_plans import HOUR, Plan
from timebank.sessions import bookings, cancelling, confirming, dates, disputes, feedback, mentors, silence

MENTOR = "carer"  # of the demo's own area: a carer who shares what she knows


def make() -> None:
    """One session in each state and some that are confirmed; nothing where there are sample sessions already.

    Before there are people: nobody is named, and nobody hears of it.
    """
    if Session.objects.filter(is_sample=True).exists():
        return
    every = {account.slug: account for account in accounts.all_accounts()}
    for number, plan in enumerate(plans.CONFIRMED):
        if session := _booked(every, plan):
            _confirm(session, plan, number)
    _by_silence(every)
    _waits(every)
    _disputed(every)
    _booked(every, plans.BOOKED)
    _looks_for_a_date(every)
    _cancelled(every)


def make_mentored() -> None:
    """A session that the demo's carer gives, with a payment beside the hours; once, and where she is."""
    every = {account.slug: account for account in accounts.all_accounts()}
    if Session.objects.filter(title=plans.MENTORED.title).exists() or not set(plans.MENTORED.giving) <= set(every):
        return
    person = _carer(every[plans.MENTORED.giving[0]])
    session = _booked(every, plans.MENTORED) if person else None
    if person and session:
        with sample_day(plans.MENTORED.held):
            row = mentors.name(session=session, account=_accounts(session)[0], person=person, by=None)
            mentors.answer(mentor=row, took_part=True, by=person)
            mentors.record_payment(
                mentor=row, payment_pence=2500, expenses_pence=640, paid_on=None, note="Sample", by=None
            )
        _confirm(session, plans.MENTORED, len(plans.CONFIRMED))


def _begin(every: dict[str, Account], plan: Plan) -> Session | None:
    """Begun by whoever gives; None in a network without these areas."""
    if not {*plan.giving, *plan.receiving} <= set(every):
        return None
    values: dict[str, Any] = {"title": plan.title, "topic": plan.topic, "group": plan.group, "place": plan.place}
    values["how"] = "remote" if plan.place == "By video" else "on_site"
    if asked := _request(plan):
        values["request"] = asked
    giving, receiving = [every[slug] for slug in plan.giving], [every[slug] for slug in plan.receiving]
    with sample_day(plan.begun):
        return bookings.agree(
            giving=giving, receiving=receiving, minutes=plan.minutes, values=values, account=giving[0], by=None
        )


def _request(plan: Plan) -> Request | None:
    """The request that the plan names; None where the sample has none."""
    title = f"{LABEL}{plan.request}"
    return Request.objects.filter(is_sample=True, title=title, account__slug=plan.receiving[0]).first()


def _booked(every: dict[str, Account], plan: Plan) -> Session | None:
    session = _begin(every, plan)
    if session is None:
        return None
    first, *others = _accounts(session)
    with sample_day(plan.begun):
        [date] = dates.propose(session=session, account=first, starts_at=[_at(plan.held)], by=None)
    with sample_day(plan.begun + datetime.timedelta(days=1)):
        for account in others:
            dates.answer(date=date, account=account, can=True, by=None)
    return session


def _confirm(session: Session, plan: Plan, number: int) -> None:
    """Everybody says the same on the days after; whoever was helped says what it was worth."""
    with sample_day(plan.held + datetime.timedelta(days=2)):
        for account in _accounts(session):
            confirming.say(session=session, account=account, minutes=plan.minutes, by=None, confirms=True)
        helped = session.parts.filter(side=SessionPart.Side.RECEIVES).select_related("account").first()
        if helped:
            useful, words = plans.USEFUL[number % len(plans.USEFUL)], plans.WORDS[number % len(plans.WORDS)]
            feedback.give(session=session, account=helped.account, useful=useful, words=words, by=None)


def _by_silence(every: dict[str, Account]) -> None:
    session = _booked(every, plans.BY_SILENCE)
    if session is None:
        return
    for morning in plans.SILENT_MORNINGS:
        with sample_day(morning):
            silence.keep(Session.objects.filter(pk=session.pk))


def _waits(every: dict[str, Account]) -> None:
    """Whoever gave has confirmed; whoever was helped is asked."""
    session = _booked(every, plans.WAITS)
    if session is None:
        return
    with sample_day(plans.WAITS.held + datetime.timedelta(days=1)):
        giver = _accounts(session)[0]
        confirming.say(session=session, account=giver, minutes=plans.WAITS.minutes, by=None, confirms=True)


def _disputed(every: dict[str, Account]) -> None:
    session = _booked(every, plans.DISPUTED)
    if session is None:
        return
    giver, helped = _accounts(session)
    with sample_day(plans.DISPUTED.held + datetime.timedelta(days=2)):
        confirming.say(session=session, account=giver, minutes=3 * HOUR, by=None, confirms=True)
        confirming.say(session=session, account=helped, minutes=2 * HOUR, by=None, confirms=True)
        disputes.open_one(
            session=session, account=helped, reason="Sample: the third hour was the journey, not the session.", by=None
        )


def _looks_for_a_date(every: dict[str, Account]) -> None:
    session = _begin(every, plans.DATES)
    if session is None:
        return
    with sample_day(plans.DATES.begun + datetime.timedelta(days=1)):
        days = [_at(plans.DATES.held), _at(plans.DATES.held + datetime.timedelta(days=2))]
        dates.propose(session=session, account=_accounts(session)[0], starts_at=days, by=None)


def _cancelled(every: dict[str, Account]) -> None:
    session = _booked(every, plans.CANCELLED)
    if session is None:
        return
    with sample_day(plans.CANCELLED.held - datetime.timedelta(days=2)):
        reason = "Sample: the data are not there yet. We ask again in autumn."
        cancelling.cancel(session=session, account=_accounts(session)[1], reason=reason, by=None)


def _accounts(session: Session) -> list[Account]:
    """The accounts of a session, those that give first."""
    parts = session.parts.select_related("account__area", "account__organisation").order_by("side", "pk")
    return [part.account for part in parts]


def _carer(account: Account) -> User | None:
    """The demo's carer, where there is one and the account is of her area."""
    email = next(person.email for person in PEOPLE if person.sign_in == MENTOR)
    person = User.objects.filter(email=email).first()
    return person if person and person in mentors.who_can(account) else None


def _at(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(14)))
