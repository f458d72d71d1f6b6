"""Whoever is planned on the rota by somebody else hears of it, and of every change."""

import datetime

import pytest
from django.utils import timezone

from notify.models import Mail, Notification
from peer_network.moderation import rota
from tests.peer_network import given

pytestmark = pytest.mark.django_db


def hours(person, day: int, field: str = "moderator", **more):
    """Ten to two of a day of August 2015."""
    starts, ends = (timezone.make_aware(datetime.datetime(2015, 8, day, hour)) for hour in (10, 14))
    return {field: person, "starts_at": starts, "ends_at": ends, **more}


@pytest.fixture(autouse=True)
def in_july(time_machine):
    time_machine.move_to(datetime.datetime(2015, 7, 15, 9, tzinfo=datetime.UTC), tick=False)


def told(person):
    return list(Notification.objects.filter(to=person, kind="peers-rota").order_by("pk").values_list("title", "body"))


def test_whoever_is_planned_hears_when_and_how_often(moderator, person):
    planner = person("moderator")
    rota.add(kind="duty", values=hours(moderator, 3), weeks=3, by=planner)
    assert told(moderator) == [
        ("You are on duty: 3 August 2015, 10am to 2pm", "And the same hours in the 2 weeks after it.")
    ]
    assert Notification.objects.get(to=moderator, kind="peers-rota").url == "/peers/moderation/rota/?week=2015-08-03"
    assert told(planner) == []


def test_nobody_is_told_of_what_they_plan_themselves_or_of_hours_that_are_over(moderator, person):
    rota.add(kind="duty", values=hours(moderator, 3), by=moderator)
    hour = datetime.timedelta(hours=1)
    past = {"starts_at": timezone.now() - 5 * hour, "ends_at": timezone.now() - hour}
    rota.add(kind="duty", values={**hours(moderator, 3), **past}, by=person("moderator"))
    assert told(moderator) == []


def test_a_change_of_hours_and_of_people_is_told_to_each(moderator, person):
    planner, other = person("moderator"), person("moderator")
    (made,) = rota.add(kind="duty", values=hours(moderator, 3), by=moderator)
    rota.change(hours=made, values=hours(moderator, 4), by=planner)
    rota.change(hours=made, values=hours(other, 4), by=planner)
    rota.remove(hours=made, by=planner)
    assert [title for title, _ in told(moderator)] == [
        "Your hours on duty have changed: 4 August 2015, 10am to 2pm",
        "You are no longer on duty: 4 August 2015, 10am to 2pm",
    ]
    assert [title for title, _ in told(other)] == [
        "You are on duty: 4 August 2015, 10am to 2pm",
        "You are no longer on duty: 4 August 2015, 10am to 2pm",
    ]


def test_a_lead_on_call_hears_of_it_without_an_address_that_they_may_not_open(moderator, person):
    lead = person("safeguarding-lead")
    rota.add(kind="on-call", values=hours(lead, 3, "person", order=1), by=moderator)
    row = Notification.objects.get(to=lead, kind="peers-rota")
    assert (row.title, row.url) == ("You are on call: 3 August 2015, 10am to 2pm", "")


def test_the_mail_tells_neither_room_nor_hours(moderator, person):
    rota.add(kind="duty", values=hours(moderator, 3), by=person("moderator"))
    (words,) = [words for words in map(given.words_of, Mail.objects.all()) if "rota" in words]
    assert "Your hours on a rota have changed." in words
    assert "August" not in words
