"""Silence: two notices, then it confirms; never more than was agreed, and never where the sides differ."""

import datetime

import pytest

from notify.models import Notification
from tests.timebank.sessions.conftest import TODAY, VALUES, at
from timebank.models import Session, SessionStep, Transfer
from timebank.sessions import bookings, confirming, silence


def mornings(the_day, first, last):
    """The schedule runs each morning."""
    for day in range(first, last + 1):
        the_day(day)
        silence.keep()


def notices():
    return SessionStep.objects.filter(kind="notice").count()


def test_an_unanswered_session_is_told_of_twice_and_confirmed_after_fourteen_days(booked, opened, the_day):
    session = booked()  # on 16 July; its fifth day is the 21st, its tenth the 26th, its fourteenth the 30th
    mornings(the_day, 2, 5)
    assert notices() == 0
    mornings(the_day, 6, 10)
    assert notices() == 1
    mornings(the_day, 11, 14)
    assert notices() == 2 and not Transfer.objects.exists()
    mornings(the_day, 15, 15)
    assert Transfer.objects.get().minutes == 120
    assert {part.confirmed_how for part in session.parts.all()} == {"silence"}
    assert opened("kernow").balance.minutes == -120


def test_a_morning_that_runs_twice_does_nothing_more(booked, the_day):
    booked()
    mornings(the_day, 2, 6)
    silence.keep()
    assert notices() == 1


def test_a_word_of_one_side_gives_the_other_fourteen_days_from_then(booked, opened, the_day):
    session = booked()
    mornings(the_day, 2, 12)
    confirming.say(session=session, account=opened("bristol"), minutes=90, by=None, confirms=True)
    mornings(the_day, 13, 25)
    assert not Transfer.objects.exists()
    mornings(the_day, 26, 26)
    assert Transfer.objects.get().minutes == 90


def test_silence_does_not_confirm_more_than_was_booked(booked, opened, the_day):
    session = booked()
    the_day(2)
    confirming.say(session=session, account=opened("bristol"), minutes=600, by=None, confirms=True)
    mornings(the_day, 3, 16)
    assert not Transfer.objects.exists()
    assert Session.objects.get().state == "disputed"
    assert "no more than was booked" in session.disputes.get().reason


def test_silence_does_not_choose_between_two_words(booked, opened, the_day):
    session = booked()
    the_day(2)
    confirming.say(session=session, account=opened("bristol"), minutes=120, by=None, confirms=True)
    confirming.say(session=session, account=opened("kernow"), minutes=60, by=None, confirms=True)
    mornings(the_day, 3, 16)
    assert Session.objects.get().state == "disputed" and not Transfer.objects.exists()


@pytest.mark.parametrize(("recorder", "state"), [("kernow", "confirmed"), ("bristol", "disputed")])
def test_what_was_recorded_afterwards_is_confirmed_by_silence_only_against_whoever_said_so(
    opened, the_day, recorder, state
):
    bookings.record(
        giving=[opened("bristol")], receiving=[opened("kernow")], minutes=60, values=dict(VALUES), met_at=at(TODAY),
        account=opened(recorder), by=None, confirms=True,
    )  # fmt: skip
    mornings(the_day, 1, 14)
    assert Session.objects.get().state == state


def test_whoever_has_not_confirmed_is_told_and_whoever_has_is_not(booked, opened, the_day, person, kernow, bristol):
    booked()
    lead, other = person("area-lead", area=kernow), person("area-lead", area=bristol)
    Session.objects.update(is_sample=False)
    the_day(2)
    session = Session.objects.get()
    confirming.say(session=session, account=opened("bristol"), minutes=120, by=other, confirms=True)
    Notification.objects.all().delete()
    mornings(the_day, 3, 7)
    [told] = Notification.objects.filter(kind="timebank-to-confirm")
    assert told.to == lead and "Silence confirms on 31 July 2015" in told.title


def test_everybody_concerned_is_reminded_the_day_before_once(booked, the_day, person, kernow, bristol):
    lead, other = person("area-lead", area=kernow), person("area-lead", area=bristol)
    booked(TODAY + datetime.timedelta(days=3))
    the_day(1)
    silence.keep()
    assert not Notification.objects.filter(kind="timebank-tomorrow").exists()
    the_day(2)
    silence.keep()
    silence.keep()
    assert {told.to for told in Notification.objects.filter(kind="timebank-tomorrow")} == {lead, other}
    assert Notification.objects.filter(kind="timebank-tomorrow").count() == 2
