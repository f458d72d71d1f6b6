"""Who gives the time: named by their own side, seen by it alone; paid beside the hours, which nobody else sees."""

import pytest

from timebank.models import SessionMentor
from timebank.sessions import feedback, mentors
from timebank.sessions.errors import SessionRefused


@pytest.fixture
def carer(person, bristol):
    return person("carer", area=bristol)


@pytest.fixture
def mentored(booked, opened, carer, the_day):
    """A session in which a carer of Bristol is the mentor, on the day after it."""
    session = booked()
    mentor = mentors.name(session=session, account=opened("bristol"), person=carer, by=None)
    the_day(2)
    return mentor


def address(mentor):
    return f"/timebank/sessions/{mentor.part.session.public_id}/"


def test_a_mentor_is_of_the_account_that_gives(booked, opened, person, kernow, carer):
    session, outsider = booked(), person("carer", area=kernow)
    with pytest.raises(SessionRefused, match="not of NHS Bristol"):
        mentors.name(session=session, account=opened("bristol"), person=outsider, by=None)
    with pytest.raises(SessionRefused, match="whoever gives"):
        mentors.name(session=session, account=opened("kernow"), person=outsider, by=None)
    assert mentors.name(session=session, account=opened("bristol"), person=carer, by=None).kind == "carer"


def test_the_name_is_for_their_own_side_and_what_they_bring_for_the_other(mentored, client_as, carer, kernow, bristol):
    own = client_as("practitioner", area=bristol).get(address(mentored)).content.decode()
    other = client_as("area-lead", area=kernow).get(address(mentored)).content.decode()
    manager = client_as("network-manager").get(address(mentored)).content.decode()
    assert carer.name in own
    assert carer.name not in other and "A carer" in other
    assert carer.name not in manager


def test_a_payment_is_seen_by_their_own_lead_and_themselves_alone(mentored, client_as, carer, kernow, bristol):
    lead = client_as("area-lead", area=bristol)
    form = {"payment": "50", "expenses": "12.40", "note": "By bank transfer"}
    assert lead.post(f"{address(mentored)}mentors/{mentored.pk}/payment/", form).status_code == 302
    row = SessionMentor.objects.get()
    assert (row.payment_pence, row.expenses_pence) == (5000, 1240)

    assert "£50.00" in lead.get(address(mentored)).content.decode()
    for client in (
        client_as("practitioner", area=bristol),
        client_as("area-lead", area=kernow),
        client_as("network-manager"),
    ):
        assert "£50.00" not in client.get(address(mentored)).content.decode()
    own = client_as("carer", area=bristol)
    own.force_login(carer, backend="accounts.backends.ActiveModelBackend")
    page = own.get(f"/timebank/giving/sessions/{mentored.part.session.public_id}/").content.decode()
    assert "£50.00" in page and "£12.40" in page


def test_another_areas_lead_records_no_payment(mentored, client_as, kernow):
    address_of = f"{address(mentored)}mentors/{mentored.pk}/payment/"
    assert client_as("area-lead", area=kernow).post(address_of, {"payment": "50"}).status_code == 404


def test_a_mentor_says_that_they_took_part_and_nobody_for_them(mentored, client_as, carer, bristol):
    client = client_as("carer", area=bristol)
    here = f"/timebank/giving/sessions/{mentored.part.session.public_id}/took-part/"
    assert client.post(here, {"took_part": "yes"}).status_code == 404
    client.force_login(carer, backend="accounts.backends.ActiveModelBackend")
    assert client.post(here, {"took_part": "yes"}).status_code == 302
    assert SessionMentor.objects.get().took_part is True


def test_somebody_who_took_part_is_not_taken_off(mentored, carer):
    mentors.answer(mentor=mentored, took_part=True, by=carer)
    with pytest.raises(SessionRefused, match="What happened stays"):
        mentors.take_off(mentor=mentored, by=None)


def test_feedback_is_for_both_sides_and_averages_need_five_sessions(
    booked, opened, the_day, client_as, kernow, swindon
):
    from timebank.sessions import confirming

    for number in range(5):
        assert feedback.average() is None
        session = booked()
        the_day(2)
        for slug in ("kernow", "bristol"):
            confirming.say(session=session, account=opened(slug), minutes=120, by=None, confirms=True)
        feedback.give(session=session, account=opened("kernow"), useful=3 + number % 2, words="We learnt", by=None)
        the_day(0)
    # 3, 4, 3, 4, 3 are 3.4 on average.
    assert (feedback.average().useful, feedback.average().sessions) == (pytest.approx(3.4), 5)
    where = f"/timebank/sessions/{session.public_id}/"
    assert "We learnt" in client_as("area-lead", area=kernow).get(where).content.decode()
    assert "We learnt" not in client_as("area-lead", area=swindon).get(where).content.decode()


def test_whoever_was_helped_says_how_useful_it_was_and_whoever_gave_what_they_learnt(booked, opened, the_day):
    session = booked()
    with pytest.raises(SessionRefused):
        feedback.give(session=session, account=opened("kernow"), useful=5, words="", by=None)
    the_day(2)
    from timebank.sessions import silence

    silence.keep()
    with pytest.raises(SessionRefused, match="from 1 to 5"):
        feedback.give(session=session, account=opened("kernow"), useful=None, words="Good", by=None)
    with pytest.raises(SessionRefused, match="what you have learnt"):
        feedback.give(session=session, account=opened("bristol"), useful=5, words="", by=None)
    given = feedback.give(session=session, account=opened("bristol"), useful=5, words="To listen", by=None)
    assert given.useful is None


def test_dates_and_mentors_are_forgotten_by_the_fields_own_clock(mentored, opened, the_day):
    """The real clock is years ahead of the demo's: nothing of its sample is old."""
    from django.utils import timezone

    from timebank.models import ProposedDate
    from timebank.sessions import cancelling, retention

    cancelling.cancel(session=mentored.part.session, account=opened("kernow"), reason="Nobody came", by=None)
    now = timezone.now()
    the_day(400)
    assert not retention.old_dates(now).exists()
    the_day(401)
    assert retention.old_dates(now).get() == ProposedDate.objects.get()
    the_day(6 * 366)
    assert not retention.old_mentors(now).exists()
    the_day(6 * 366 + 1)
    assert retention.old_mentors(now).get() == mentored
