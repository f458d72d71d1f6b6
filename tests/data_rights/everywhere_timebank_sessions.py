"""A person's rows in sessions of the time bank, and texts of others that name them."""

import datetime
from typing import Any

from django.utils import timezone

from tests.conftest import make_person
from timebank.ledger import accounts
from timebank.models import Session, SessionMentor
from timebank.sessions import bookings, cancelling, confirming, dates, disputes, feedback, mentors, planned_hours

HELD = timezone.make_aware(datetime.datetime(2015, 7, 1, 14))


def make(user: Any, area: Any) -> None:
    """Sessions that the person began, confirmed, disputed and cancelled; in one they were the mentor and were paid."""
    kernow, bristol = accounts.by_slug("kernow"), accounts.by_slug("bristol")
    values = {"title": f"A talk with {user.name}", "topic": "workforce", "details": user.name, "place": user.name}
    sides = {"giving": [kernow], "receiving": [bristol], "minutes": 60, "values": values}
    met = bookings.record(**sides, met_at=HELD, account=bristol, by=user, confirms=True)
    _mentor(met, kernow, user)
    confirming.on_behalf(session=met, account=kernow, minutes=60, reason=f"{user.name} said so", by=user)
    feedback.give(session=met, account=bristol, useful=5, words=f"{user.name} was clear", by=user)
    feedback.write_lesson(session=met, account=bristol, title=user.name, words=f"Ask {user.name}", by=user)

    doubted = bookings.record(**sides, met_at=HELD, account=bristol, by=user, confirms=True)
    disputes.open_one(session=doubted, account=kernow, reason=f"{user.name} was not there", by=user)
    disputes.settle(session=doubted, minutes=30, reason=f"{user.name} was there", by=user)

    asked = bookings.agree(**sides, account=kernow, by=user)
    dates.propose(session=asked, account=kernow, starts_at=[_to_come()], by=user)
    planned_hours.propose(session=asked, account=kernow, minutes=90, by=user)
    cancelling.cancel(session=asked, account=bristol, reason=f"{user.name} is ill", by=user)
    assert Session.objects.filter(made_by=user).count() == 3


def _mentor(session: Session, account: Any, user: Any) -> None:
    """The person, who was paid; and in another session somebody else, so that not all rows are theirs."""
    part = session.parts.get(account=account)
    mentor = SessionMentor.objects.create(part=part, person=user, kind="carer", named_by=user)
    mentors.answer(mentor=mentor, took_part=True, by=user)
    facts = {"payment_pence": 2500, "expenses_pence": None, "paid_on": None}
    mentors.record_payment(mentor=mentor, note=f"To {user.name}", by=user, **facts)
    SessionMentor.objects.create(part=part, person=make_person(), kind="carer")


def _to_come() -> datetime.datetime:
    return timezone.now() + datetime.timedelta(days=30)
