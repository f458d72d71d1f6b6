"""The demo's sessions: one in each state at least, made by the real actions, and all of it labelled as sample."""

import time

from timebank.models import Session, SessionMentor
from timebank.sample import sessions


def test_there_is_a_sample_session_in_each_state_and_the_ledger_holds(kernow, person):
    sessions.make()
    found = Session.objects.all()
    assert {session.state for session in found} == set(Session.State.values)
    assert all(session.is_sample and session.title.startswith("Sample: ") for session in found)
    # The first is between a site of the first intake and one of the second.
    first = found.order_by("pk")[0]
    assert [part.account.slug for part in first.parts.order_by("side")] == ["south-devon-torbay", "kernow"]
    count = found.count()
    sessions.make()
    assert Session.objects.count() == count


def test_the_carer_is_the_mentor_of_one_where_she_is(kernow, person):
    sessions.make_mentored()
    assert not Session.objects.exists()
    carer = person("carer", area=kernow)
    carer.email = "carer@demo.example"
    carer.save()
    sessions.make_mentored()
    sessions.make_mentored()
    assert SessionMentor.objects.get().person == carer


def test_the_sample_is_cheap(kernow):
    began = time.process_time()
    sessions.make()
    assert time.process_time() - began < 3
