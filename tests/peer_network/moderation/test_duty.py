"""Who is on duty, what pages promise, and when posting is closed."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from peer_network.models import DutyShift, OnCall
from peer_network.moderation import duty
from tests.queries import count_of

LONDON = ZoneInfo("Europe/London")


def at(day, hour, minute=0):
    """A moment of the week that begins on Monday, 23 November 2026."""
    return datetime.datetime(2026, 11, 22 + day, hour, minute, tzinfo=LONDON)


@pytest.fixture
def rota(moderator, person):
    """Staffed on Monday and Tuesday from 8 to 21 by two who follow each other; a lead on call on Monday night."""
    lead = person("safeguarding-lead")
    other = person("moderator")
    for day in (1, 2):
        DutyShift.objects.create(moderator=moderator, starts_at=at(day, 8), ends_at=at(day, 14))
        DutyShift.objects.create(moderator=other, starts_at=at(day, 14), ends_at=at(day, 21))
    OnCall.objects.create(person=lead, starts_at=at(1, 20), ends_at=at(2, 9))
    return lead


def test_room_is_staffed_while_a_moderator_is_on_duty(rota, moderator):
    assert duty.now(at(1, 8)).moderators == (moderator,)
    assert duty.now(at(1, 20, 59)).is_staffed
    assert not duty.now(at(1, 21)).is_staffed
    assert duty.now(at(1, 21)).on_call == (rota,)
    assert (duty.is_staffed(at(1, 20, 59)), duty.is_staffed(at(1, 21))) == (True, False)


def test_hours_of_somebody_whose_account_is_closed_count_for_nothing(rota, moderator):
    moderator.is_active = False
    moderator.save()

    assert not duty.is_staffed(at(1, 9))
    assert duty.posting_closed(at(1, 9)).opens_at == at(1, 14)


def test_posting_is_open_while_a_moderator_or_a_lead_is_there(rota):
    assert duty.posting_closed(at(1, 12)) is None
    assert duty.posting_closed(at(2, 3)) is None


def test_posting_closes_for_a_night_without_a_lead_and_says_when_it_opens(rota):
    before = duty.posting_closed(at(1, 7))
    assert before.opens_at == at(1, 8)
    assert before.words.endswith("You can read, and not post until 8 in the morning.")
    after = duty.posting_closed(at(2, 22))
    assert after.opens_at is None
    assert after.words.endswith("You can read, and not post until a moderator is back.")


def test_network_without_a_rota_has_posting_closed(db):
    assert duty.posting_closed() is not None


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (
            at(1, 10),
            "A moderator reads along today until 9 in the evening. "
            "At night some new posts wait until 8 in the morning.",
        ),
        (at(1, 23), "No moderator is here just now. Some new posts wait until 8 in the morning."),
        (at(1, 6), "No moderator is here just now. You can read, and not post until 8 in the morning."),
        (
            at(2, 10),
            "A moderator reads along today until 9 in the evening. "
            "At night you can read, and not post until a moderator is back.",
        ),
    ],
)
def test_pages_promise_what_the_rota_says(rota, time_machine, now, words):
    time_machine.move_to(now, tick=False)
    assert duty.promise() == words


def test_promise_is_one_query_and_names_nobody(rota, moderator, time_machine):
    time_machine.move_to(at(1, 10), tick=False)
    assert count_of(duty.promise) == 1
    assert moderator.name not in duty.promise()


def test_moderator_is_on_duty_once_at_a_time_and_each_place_on_call_is_held_by_one(rota, moderator, person):
    with pytest.raises(IntegrityError, match="peers_duty_once_at_a_time"), transaction.atomic():
        DutyShift.objects.create(moderator=moderator, starts_at=at(1, 13), ends_at=at(1, 15))
    with pytest.raises(IntegrityError, match="peers_on_call_place_once"), transaction.atomic():
        OnCall.objects.create(person=person("safeguarding-lead"), starts_at=at(2, 8), ends_at=at(2, 20))
    with pytest.raises(IntegrityError, match="peers_on_call_once_at_a_time"), transaction.atomic():
        OnCall.objects.create(person=rota, starts_at=at(2, 8), ends_at=at(2, 20), order=2)
    with pytest.raises(IntegrityError, match="peers_duty_hours"), transaction.atomic():
        DutyShift.objects.create(moderator=moderator, starts_at=at(3, 13), ends_at=at(4, 15))
    OnCall.objects.create(person=person("safeguarding-lead"), starts_at=at(2, 9), ends_at=at(2, 20))
