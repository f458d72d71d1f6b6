"""Calendar files: what a telephone needs to show an event once, on the right day, and to move it."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar as Document

from api import calendars

CHANGED = datetime.datetime(2015, 7, 1, 9, 0, tzinfo=datetime.UTC)


def read(*events):
    body = calendars.document("A calendar", events)
    return body, Document.from_ical(body)


def event(**facts):
    return calendars.Event(**{"key": "a", "title": "An event", "start": datetime.date(2015, 7, 15),
                              "changed_at": CHANGED, **facts})  # fmt: skip


def test_day_lasts_until_the_next_and_takes_nobodys_time():
    entry = read(event())[1].events[0]

    assert entry["dtstart"].dt == datetime.date(2015, 7, 15)
    assert entry["dtend"].dt == datetime.date(2015, 7, 16)
    assert entry["transp"] == "TRANSPARENT"


def test_time_is_londons_with_its_zone():
    start = datetime.datetime(2015, 7, 15, 13, 0, tzinfo=datetime.UTC)
    body, document = read(event(start=start, end=start + datetime.timedelta(hours=1)))

    assert b"DTSTART;TZID=Europe/London:20150715T140000" in body
    assert b"BEGIN:VTIMEZONE" in body
    assert document.events[0]["dtstart"].dt == datetime.datetime(2015, 7, 15, 14, 0, tzinfo=ZoneInfo("Europe/London"))


def test_moved_event_keeps_its_uid_and_counts_its_versions():
    first = read(event())[1].events[0]
    moved = read(event(start=datetime.date(2015, 8, 1), sequence=1))[1].events[0]

    assert first["uid"] == moved["uid"] == "a@localhost"
    assert (first["sequence"], moved["sequence"]) == (0, 1)
    assert first["dtstamp"].dt == CHANGED


def test_long_lines_are_folded_and_read_back_whole():
    words = "Ärzte, Pflege; und\nalle übrigen, " * 20
    body, document = read(event(about=words))

    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    assert document.events[0]["description"] == words


@pytest.fixture
def milestones(client_as):
    client = client_as("board-member")
    return client, client.get("/programme/milestones.ics")


def test_milestones_of_the_programme_are_each_there_once(milestones):
    document = Document.from_ical(milestones[1].content)

    uids = [str(each["uid"]) for each in document.events]
    assert len(uids) == len(set(uids))
    assert sum(uid.startswith("intake-") for uid in uids) == 5
    assert sum(uid.startswith("milestone-") for uid in uids) == len(uids) - 5 > 5
    assert all(str(each["url"]).startswith("http://localhost:8000/programme/") for each in document.events)


def test_asking_again_for_the_same_calendar_is_answered_with_304(milestones):
    client, first = milestones

    again = client.get("/programme/milestones.ics", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
