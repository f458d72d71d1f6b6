"""From the first date to a booking: who can, what is reserved, and what is refused in words."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction

from tests.timebank.given import request
from tests.timebank.sessions.conftest import TODAY, VALUES, at
from timebank.exchange import queries
from timebank.matching import gathering
from timebank.models import Hold, Request, Session, SessionPart
from timebank.sessions import bookings, cancelling, confirming, dates, reserving
from timebank.sessions.errors import NotEnough, ReasonMissing, SessionRefused, WrongState


def test_the_last_yes_books_the_session_and_reserves_the_hours_of_whoever_is_helped(begun, opened):
    session = begun()
    [date] = dates.propose(session=session, account=opened("bristol"), starts_at=[at(TODAY)], by=None)
    assert Session.objects.get().state == "dates" and not Hold.objects.exists()

    dates.answer(date=date, account=opened("kernow"), can=True, by=None)

    session.refresh_from_db()
    assert (session.state, session.starts_at) == ("booked", at(TODAY))
    assert (opened("kernow").balance.reserved, opened("bristol").balance.reserved) == (120, 0)


def test_a_no_books_nothing(begun, opened):
    session = begun()
    [date] = dates.propose(session=session, account=opened("bristol"), starts_at=[at(TODAY)], by=None)
    dates.answer(date=date, account=opened("kernow"), can=False, by=None)
    assert Session.objects.get().state == "dates"


def test_one_to_many_needs_a_yes_of_each_and_reserves_in_quarters(begun, opened):
    session = begun(giving=("bristol",), receiving=("kernow", "swindon", "wiltshire"))
    [date] = dates.propose(session=session, account=opened("kernow"), starts_at=[at(TODAY)], by=None)
    for slug in ("bristol", "swindon"):
        dates.answer(date=date, account=opened(slug), can=True, by=None)
        assert Session.objects.get().state == "dates"
    dates.answer(date=date, account=opened("wiltshire"), can=True, by=None)
    # 120 minutes for three: 45, 45, 30.
    assert [opened(slug).balance.reserved for slug in ("kernow", "swindon", "wiltshire")] == [45, 45, 30]


def test_beyond_the_limit_a_booking_is_refused_in_words_and_the_answer_is_not_kept(begun, opened, helped):
    helped("bristol", "kernow", 1140)  # 19 of the 20 hours that an area may be below zero
    session = begun(minutes=120)
    [date] = dates.propose(session=session, account=opened("bristol"), starts_at=[at(TODAY)], by=None)
    with pytest.raises(NotEnough, match="NHS Kernow would be at −21 hours, and its limit is −20 hours"):
        dates.answer(date=date, account=opened("kernow"), can=True, by=None)
    assert Session.objects.get().state == "dates" and date.answers.count() == 1


def test_somebody_is_warned_before_the_limit(begun, opened, helped):
    def words():
        session = Session.objects.order_by("-pk")[0]
        return reserving.warnings(session, session.parts.select_related("account__balance", "account__area"))

    begun(minutes=120)
    assert words() == []
    helped("bristol", "kernow", 780)  # with 2 hours more it is at 15 of 20: three quarters, where warnings begin
    assert words()[0].startswith("With this session NHS Kernow has used 75% of its limit.")
    helped("bristol", "kernow", 360)
    assert "can’t book this now" in words()[0]


def test_a_booked_session_moves_once_all_can_and_keeps_its_hours(booked, opened):
    session = booked()
    later = at(TODAY + datetime.timedelta(days=9))
    [date] = dates.propose(session=session, account=opened("kernow"), starts_at=[later], by=None)
    session.refresh_from_db()
    assert session.starts_at != later
    dates.answer(date=date, account=opened("bristol"), can=True, by=None)
    session.refresh_from_db()
    assert session.starts_at == later and opened("kernow").balance.reserved == 120


def test_cancelling_says_why_and_gives_the_hours_back(booked, opened):
    session = booked()
    with pytest.raises(ReasonMissing):
        cancelling.cancel(session=session, account=opened("kernow"), reason=" ", by=None)
    cancelling.cancel(session=session, account=opened("kernow"), reason="Somebody is ill", by=None)
    session.refresh_from_db()
    assert (session.state, session.reason) == ("cancelled", "Somebody is ill")
    assert opened("kernow").balance.reserved == 0
    with pytest.raises(WrongState, match="Cancelled"):
        dates.propose(session=session, account=opened("kernow"), starts_at=[at(TODAY)], by=None)


@pytest.mark.parametrize(
    ("giving", "receiving", "minutes", "why"),
    [
        ((), ("kernow",), 60, "who gives"),
        (("bristol", "swindon"), ("kernow", "wiltshire"), 60, "Several can help one"),
        (("bristol",), ("bristol",), 60, "can’t help itself"),
        (("bristol",), ("kernow",), 50, "quarters"),
        (("bristol",), ("kernow", "swindon"), 15, "a quarter of an hour at least"),
    ],
)
def test_what_is_no_session_is_refused(begun, opened, giving, receiving, minutes, why):
    with pytest.raises(SessionRefused, match=why):
        bookings.agree(
            giving=[opened(slug) for slug in giving],
            receiving=[opened(slug) for slug in receiving],
            minutes=minutes,
            values=dict(VALUES),
            account=opened("bristol"),
            by=None,
        )
    assert not Session.objects.exists()


def test_dates_that_have_passed_or_are_too_many_are_refused(begun, opened):
    session, kernow = begun(), opened("kernow")
    with pytest.raises(SessionRefused, match="from today on"):
        dates.propose(session=session, account=kernow, starts_at=[at(TODAY - datetime.timedelta(days=1))], by=None)
    with pytest.raises(SessionRefused, match="At most 6"):
        many = [at(TODAY + datetime.timedelta(days=days)) for days in range(7)]
        dates.propose(session=session, account=kernow, starts_at=many, by=None)
    with pytest.raises(SessionRefused, match="has no part"):
        dates.propose(session=session, account=opened("swindon"), starts_at=[at(TODAY)], by=None)


@pytest.mark.parametrize(
    "broken",
    [
        lambda session: SessionPart.objects.filter(session=session, side="gives").update(minutes=60),
        lambda session: SessionPart.objects.filter(session=session, side="gives").delete(),
        lambda session: Session.objects.filter(pk=session.pk).update(minutes=60),
        lambda session: Session.objects.filter(pk=session.pk).update(
            state="confirmed", minutes_confirmed=120, confirmed_on=TODAY
        ),
    ],
    ids=["gives less than is had", "nobody gives", "says other minutes", "confirmed without a transfer"],
)
def test_the_database_refuses_a_session_that_is_not_whole(booked, broken):
    session = booked()
    with pytest.raises(IntegrityError), transaction.atomic():
        broken(session)
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_request_that_a_session_answers_is_looked_for_no_longer_and_met_once_it_is_confirmed(begun, opened, the_day):
    asked = request("kernow", minutes=120)
    session = begun()
    Session.objects.filter(pk=session.pk).update(request=asked)
    left = lambda: (queries.minutes_left([asked])[asked.pk], Request.objects.get().state)  # noqa: E731
    assert left() == (120, "open") and gathering.gather().case.needs
    [date] = dates.propose(session=session, account=opened("bristol"), starts_at=[at(TODAY)], by=None)
    dates.answer(date=date, account=opened("kernow"), can=True, by=None)
    assert left() == (0, "matched") and not gathering.gather().case.needs
    for slug in ("kernow", "bristol"):
        confirming.say(session=session, account=opened(slug), minutes=120, by=None, confirms=True)
    assert left() == (0, "met")


def test_a_session_that_was_shorter_or_is_cancelled_leaves_the_rest_of_its_request_open(booked, opened, the_day):
    asked = request("kernow", minutes=120)
    shorter, off = booked(TODAY), booked()
    for session in (shorter, off):
        Session.objects.filter(pk=session.pk).update(request=asked)
    cancelling.cancel(session=off, account=opened("kernow"), reason="Somebody is ill", by=None)
    for slug in ("kernow", "bristol"):
        confirming.say(session=shorter, account=opened(slug), minutes=45, by=None, confirms=True)
    # Of 120 minutes 45 were given.
    assert (queries.minutes_left([asked])[asked.pk], Request.objects.get().state) == (75, "open")
