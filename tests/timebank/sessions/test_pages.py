"""Pages of sessions through the client: begun, dated, confirmed, closed to others; a constant number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.timebank.sessions.conftest import TODAY
from timebank.models import Session

FORM = {
    "direction": "receives",
    "others": ["bristol"],
    "title": "How to begin",
    "topic": "finance-models",
    "minutes": "1.5",
    "how": "remote",
}


@pytest.fixture
def leads(client_as, kernow, bristol):
    return client_as("area-lead", area=kernow), client_as("area-lead", area=bristol)


def address(session):
    return f"/timebank/sessions/{session.public_id}/"


def test_two_leads_agree_on_a_session_book_it_and_confirm_it(leads, opened):
    kernow, bristol = leads
    assert kernow.post("/timebank/sessions/new/", FORM).status_code == 302
    session = Session.objects.get()
    date = {"first_day-day": "15", "first_day-month": "7", "first_day-year": "2015", "first_time": "2.30pm"}
    assert kernow.post(f"{address(session)}dates/", date).status_code == 302
    asked = session.dates.get()
    bristol.post(f"{address(session)}dates/{asked.pk}/", {"can": "yes"})
    session.refresh_from_db()
    assert session.state == "booked" and opened("kernow").balance.reserved == 90
    for client in leads:
        assert client.post(f"{address(session)}minutes/", {"minutes": "1.5"}).status_code == 302
    assert opened("bristol").balance.minutes == 90
    assert kernow.post(f"{address(session)}feedback/", {"useful": "5", "words": "Clear"}).status_code == 302
    assert bristol.post(f"{address(session)}lesson/", {"title": "Begin", "words": "With a story"}).status_code == 302
    page = bristol.get(address(session)).content.decode()
    assert "5 of 5" in page and "With a story" in page and "draft for the knowledge room" not in page


def test_a_practitioner_says_and_the_lead_confirms(booked, the_day, client_as, kernow):
    session = booked()
    the_day(2)
    client_as("practitioner", area=kernow).post(f"{address(session)}minutes/", {"minutes": "2"})
    part = session.parts.get(side="receives")
    assert (part.minutes_said, part.confirmed_how) == (120, "")
    client_as("area-lead", area=kernow).post(f"{address(session)}minutes/", {"minutes": "2"})
    part.refresh_from_db()
    assert part.confirmed_how == "person"


def test_a_form_keeps_what_was_typed_and_says_how_to_mend_it(leads):
    answer = leads[0].post("/timebank/sessions/new/", {**FORM, "minutes": "1.1", "others": []})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "How to begin" in page and "Enter quarters of an hour" in page and "on the other side" in page


@pytest.mark.parametrize("what", ["dates", "change", "cancel", "minutes", "dispute", "feedback", "lesson", "mentors"])
def test_another_area_finds_no_form_of_this_session(booked, client_as, swindon, what):
    assert client_as("area-lead", area=swindon).get(f"{address(booked())}{what}/").status_code == 404


def test_others_read_who_helps_whom_and_not_where_it_is_or_what_is_said(booked, client_as, swindon, kernow):
    session = booked()
    Session.objects.update(place="Truro library", link="https://meet.example.org/room")
    for client in (client_as("area-lead", area=swindon), client_as("board-member")):
        page = client.get(address(session)).content.decode()
        assert "NHS Bristol" in page and "Truro library" not in page and "meet.example.org" not in page
    own = client_as("practitioner", area=kernow).get(address(session)).content.decode()
    assert "Truro library" in own and "https://meet.example.org/room" in own


def test_the_coordinator_confirms_on_behalf_and_it_is_shown(booked, the_day, client_as, kernow):
    session = booked()
    the_day(2)
    manager = client_as("network-manager")
    where = f"{address(session)}on-behalf/bristol/"
    assert manager.post(where, {"minutes": "2", "reason": ""}).status_code == 422
    assert manager.post(where, {"minutes": "2", "reason": "Told me by telephone"}).status_code == 302
    assert "Told me by telephone" in client_as("area-lead", area=kernow).get(address(session)).content.decode()


def test_a_dispute_is_settled_with_nothing_by_the_coordinator(booked, the_day, client_as, leads):
    session = booked()
    the_day(2)
    leads[0].post(f"{address(session)}dispute/", {"reason": "Nobody came"})
    manager = client_as("network-manager")
    assert "Nobody came" in manager.get("/timebank/sessions/watch/").content.decode()
    assert manager.post(f"{address(session)}settle/", {"minutes": "0", "reason": "So it was"}).status_code == 302
    session.refresh_from_db()
    assert session.state == "cancelled"


def test_calendar_file_and_private_calendar_have_the_session_without_anybodys_name(booked, leads):
    from api import actions

    session = booked()
    body = leads[0].get(f"{address(session)}calendar.ics").content.decode()
    assert "DTSTART;TZID=Europe/London:20150716T140000" in body and "DTEND;TZID=Europe/London:20150716T160000" in body
    _, secret = actions.make_calendar_link(by=leads[1].person, calendar="timebank-sessions")
    feed = leads[0].get(f"/calendars/{secret}.ics")
    assert feed.status_code == 200 and str(session.public_id) in feed.content.decode().replace("\r\n ", "")


def test_a_calendar_holds_only_its_owners_sessions(booked, person, swindon, kernow):
    from accounts.access import Access
    from timebank.sessions import calendar

    session = booked()
    assert [each.key for each in calendar.events_of(Access(person("area-lead", area=kernow)))] == [
        f"timebank-session-{session.public_id}"
    ]
    assert calendar.events_of(Access(person("area-lead", area=swindon))) == []


def test_lists_ask_as_much_for_many_sessions_as_for_few(booked, begun, leads, client_as, the_day):
    manager = client_as("network-manager")
    pages = [
        (leads[0], "/timebank/sessions/"),
        (leads[0], "/timebank/confirming/"),
        (leads[0], "/timebank/"),
        (manager, "/timebank/sessions/watch/"),
    ]

    def counted():
        found = []
        for client, page in pages:
            client.get(page)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(page).status_code == 200
            # What the site notes of a sign-in now and then is not the page's.
            found.append(sum("timebank_" in query["sql"] for query in queries.captured_queries))
        return found

    for _ in range(2):
        booked(TODAY)
        begun()
    few = counted()
    for _ in range(4):
        booked(TODAY)
        begun()
    assert counted() == few


def test_a_lesson_arrives_in_the_knowledge_room_and_the_page_leads_there(booked, the_day, leads):
    from tenants import suggestions
    from timebank import lessons
    from timebank.sessions import feedback, silence

    session = booked()
    the_day(2)
    silence.keep()
    account = session.parts.get(side="gives").account

    kept = feedback.write_lesson(session=session, account=account, title="Begin", words="Ask first", by=leads[1].person)

    (href,) = suggestions.addresses([lessons.source(kept)]).values()
    assert href.startswith("/knowledge/proposals/")
    assert href in leads[1].get(address(session)).content.decode()
    assert href not in leads[0].get(address(session)).content.decode()
