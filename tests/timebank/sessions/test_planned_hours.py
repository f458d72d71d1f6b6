"""Other hours than planned: proposed by one side, agreed to by the others, and what is reserved follows."""

import datetime

import pytest

from audit.models import AuditRow
from notify.models import Notification
from tests.timebank.given import request
from tests.timebank.sessions.conftest import TODAY
from timebank.exchange import queries
from timebank.models import ProposedHours, Session
from timebank.sessions import planned_hours
from timebank.sessions.errors import NotEnough, SessionRefused, WrongState


@pytest.fixture
def proposed(opened):
    """Other hours that Bristol proposes."""

    def propose(session, minutes=180):
        return planned_hours.propose(session=session, account=opened("bristol"), minutes=minutes, by=None)

    return propose


def says(proposed, opened, slug="kernow", agrees=True):
    return planned_hours.answer(proposed=proposed, account=opened(slug), agrees=agrees, by=None)


def planned(session):
    return Session.objects.get(pk=session.pk).minutes


@pytest.mark.parametrize("minutes", [180, 45])
def test_what_is_reserved_follows_once_the_other_side_agrees(booked, proposed, opened, minutes):
    session = booked()
    asked = proposed(session, minutes)
    assert (planned(session), opened("kernow").balance.reserved) == (120, 120)
    says(asked, opened)
    assert (planned(session), opened("kernow").balance.reserved) == (minutes, minutes)
    part = session.parts.get(side="receives")
    assert (part.minutes, part.minutes_reserved, session.parts.get(side="gives").minutes) == (minutes, minutes, minutes)


def test_without_agreement_the_plan_holds(booked, proposed, opened):
    session = booked()
    says(proposed(session), opened, agrees=False)
    assert (planned(session), opened("kernow").balance.reserved) == (120, 120)
    says(proposed(session, 240), opened, "bristol", agrees=False)
    assert list(ProposedHours.objects.values_list("outcome", flat=True)) == ["refused", "taken_back"]
    assert planned(session) == 120


def test_more_than_the_limit_allows_is_refused_in_words_and_nothing_changes(booked, proposed, opened, helped):
    session = booked()
    helped("swindon", "kernow", 1080)  # 18 hours had and 2 reserved are all of the 20 that an area may be below zero
    asked = proposed(session)
    with pytest.raises(NotEnough, match="NHS Kernow would be at −21 hours, and its limit is −20 hours"):
        says(asked, opened)
    asked.refresh_from_db()
    assert (planned(session), opened("kernow").balance.reserved, asked.outcome) == (120, 120, "")


def test_of_several_that_are_helped_each_has_to_agree(booked, proposed, opened):
    session = booked(receiving=("kernow", "swindon", "wiltshire"))
    asked = proposed(session)
    says(asked, opened, "kernow")
    says(asked, opened, "swindon")
    assert planned(session) == 120
    says(asked, opened, "wiltshire")
    # 180 minutes for three are an hour each.
    assert [opened(slug).balance.reserved for slug in ("kernow", "swindon", "wiltshire")] == [60, 60, 60]


def test_before_there_is_a_date_nothing_is_reserved(begun, proposed, opened):
    session = begun()
    says(proposed(session), opened)
    assert (planned(session), opened("kernow").balance.reserved) == (180, 0)


def test_the_request_that_it_answers_is_open_for_what_is_no_longer_given(booked, proposed, opened):
    asked = request("kernow", minutes=120)
    session = booked()
    Session.objects.filter(pk=session.pk).update(request=asked)
    says(proposed(session, 90), opened)
    assert (queries.minutes_left([asked])[asked.pk], type(asked).objects.get().state) == (30, "open")


def test_what_is_no_plan_is_refused(booked, proposed, opened, the_day):
    session = booked()
    for minutes, why in ((120, "planned already"), (50, "quarters"), (3615, "More than 60 hours")):
        with pytest.raises(SessionRefused, match=why):
            proposed(session, minutes)
    with pytest.raises(SessionRefused, match="has no part"):
        planned_hours.propose(session=session, account=opened("swindon"), minutes=180, by=None)
    asked = proposed(session)
    with pytest.raises(SessionRefused, match="proposed already"):
        proposed(session, 240)
    says(asked, opened)
    with pytest.raises(SessionRefused, match="Nobody asks"):
        says(asked, opened)
    the_day(2)
    with pytest.raises(SessionRefused, match="day has passed"):
        proposed(session, 240)


def test_a_cancelled_session_has_no_other_hours(booked, proposed, opened):
    from timebank.sessions import cancelling

    session = booked(TODAY + datetime.timedelta(days=3))
    asked = proposed(session)
    cancelling.cancel(session=session, account=opened("kernow"), reason="Somebody is ill", by=None)
    with pytest.raises(WrongState, match="Cancelled"):
        says(asked, opened)
    assert opened("kernow").balance.reserved == 0


def test_two_leads_agree_on_the_page_and_it_is_told_and_kept(booked, client_as, kernow, bristol, swindon):
    session = booked()
    here = f"/timebank/sessions/{session.public_id}/"
    asker, other = client_as("area-lead", area=bristol), client_as("area-lead", area=kernow)
    assert "Propose other hours" in asker.get(here).content.decode()
    assert asker.post(f"{here}hours/", {"minutes": "2"}).status_code == 422
    assert asker.post(f"{here}hours/", {"minutes": "3"}).status_code == 302
    page = other.get(here).content.decode()
    assert "3 hours, proposed by NHS Bristol" in page and "This waits for you" in page
    assert "Propose other hours" not in page
    assert "Other hours that are asked" not in client_as("area-lead", area=swindon).get(here).content.decode()
    other.post(f"{here}hours/{ProposedHours.objects.get().pk}/", {"agrees": "yes"})
    page = other.get(here).content.decode()
    assert planned(session) == 180 and "Other hours that are asked" not in page
    assert "Other hours planned; what is reserved follows (3 hours)" in page
    titles = set(Notification.objects.filter(to__in=[asker.person, other.person]).values_list("title", flat=True))
    assert {f"NHS Bristol proposes 3 hours: {session.title}", f"Now 3 hours: {session.title}"} <= titles
    assert AuditRow.objects.filter(action="timebank.session_hours").count() == 3
