"""A session in each state between Kernow and Bristol, for the browser's pages; their addresses."""

import datetime
from typing import Any


def timebank_sessions() -> dict[str, str]:
    """Made by the real actions, as the two areas' leads would."""
    from accounts.models import User
    from config.today import sample_day
    from timebank.ledger import accounts
    from timebank.models import Session
    from timebank.sessions import bookings, cancelling, confirming, dates, disputes, feedback, mentors, planned_hours

    kernow, bristol = accounts.by_slug("kernow"), accounts.by_slug("bristol")
    lead = User.objects.get(email="area-lead@demo.example")
    carer = User.objects.get(email="carer@demo.example")
    facts: dict[str, str] = {}

    def begin(title: str, giver: Any = bristol, helped: Any = kernow) -> Any:
        values = {"title": title, "topic": "care-planning", "group": "multiple_ltc", "place": "Truro library"}
        return bookings.agree(giving=[giver], receiving=[helped], minutes=120, values=values, account=giver, by=None)

    def book(session: Any, day: int) -> Any:
        first, second = [part.account for part in session.parts.select_related("account__area").order_by("side")]
        [date] = dates.propose(session=session, account=first, starts_at=[_at(day)], by=None)
        dates.answer(date=date, account=second, can=True, by=None)
        return session

    def keep(name: str, session: Any) -> None:
        facts[f"session-{name}"] = f"/timebank/sessions/{session.public_id}/"

    asked = begin("Asked for a date")
    dates.propose(session=asked, account=bristol, starts_at=[_at(22), _at(24)], by=None)
    keep("dates", asked)
    keep("booked", book(begin("Booked for next week"), 21))
    planned_hours.propose(session=Session.objects.latest("pk"), account=bristol, minutes=180, by=None)
    with sample_day(datetime.date(2015, 7, 6)):
        waiting, disputed = book(begin("Waits for Kernow"), 8), book(begin("Disputed"), 9)
        given = book(begin("Given by a carer", kernow, bristol), 10)
        mentor = mentors.name(session=given, account=kernow, person=carer, by=lead)
        keep("cancelled", cancelling.cancel(session=begin("Called off"), account=kernow, reason="Illness", by=lead))
    confirming.say(session=waiting, account=bristol, minutes=120, by=None, confirms=True)
    keep("waiting", waiting)
    confirming.say(session=disputed, account=bristol, minutes=120, by=None, confirms=True)
    disputes.open_one(session=disputed, account=kernow, reason="It was one hour.", by=lead)
    keep("disputed", disputed)
    mentors.record_payment(mentor=mentor, payment_pence=2500, expenses_pence=640, paid_on=None, note="", by=lead)
    for account in (kernow, bristol):
        confirming.say(session=given, account=account, minutes=120, by=None, confirms=True)
    feedback.give(session=given, account=bristol, useful=5, words="We listen differently now.", by=None)
    feedback.write_lesson(session=given, account=kernow, title="Begin with a story", words="Then ask.", by=lead)
    keep("confirmed", given)
    facts["session-mentors"] = f"{facts['session-confirmed']}mentors/"
    facts["session-payment"] = f"{facts['session-confirmed']}mentors/{mentor.pk}/payment/"
    facts["giving-session"] = f"/timebank/giving/sessions/{given.public_id}/"
    for name, state in (
        ("dates/", "dates"),
        ("change/", "dates"),
        ("hours/", "dates"),
        ("cancel/", "dates"),
        ("minutes/", "waiting"),
        ("dispute/", "waiting"),
        ("on-behalf/kernow/", "waiting"),
        ("settle/", "disputed"),
        ("feedback/", "confirmed"),
        ("lesson/", "confirmed"),
    ):
        facts[f"session-{name.split('/')[0]}-form"] = f"{facts[f'session-{state}']}{name}"
    return facts


def _at(day: int) -> datetime.datetime:
    from django.utils import timezone

    return timezone.make_aware(datetime.datetime(2015, 7, day, 14))
