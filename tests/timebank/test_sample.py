"""The demo's sample activity: made once, labelled, and matched so that areas below their fair share get more."""

import time

import pytest

from tenants.sample import sites
from tests.timebank.given import TODAY
from timebank.matching import gathering
from timebank.models import MatchingRun, Offer, Pledge, Proposal, Request
from timebank.sample import exchange, matching

pytestmark = pytest.mark.django_db
# Who helped whom until July, in minutes, as uneven as the demo's sessions.
SO_FAR = (
    *(("kernow", "north-somerset", 480), ("bristol", "north-somerset", 240), ("network", "somerset", 480)),
    *(("somerset", "bristol", 300), ("network", "bristol", 240), ("south-devon-torbay", "kernow", 180)),
)


@pytest.fixture(autouse=True)
def field_date(settings):
    settings.IPC_TODAY = TODAY


@pytest.fixture
def made(helped, person, kernow):
    """The activity on top of an uneven ledger."""
    sites.make()
    for giver, receiver, minutes in SO_FAR:
        helped(giver, receiver, minutes)
    exchange.make()
    matching.make()
    return MatchingRun.objects.get()


def test_it_is_made_once_labelled_and_cheap(made, settings):
    counts = [model.objects.count() for model in (Offer, Request, Pledge, Proposal, MatchingRun)]
    began = time.process_time()
    exchange.make()
    matching.make()
    assert [model.objects.count() for model in (Offer, Request, Pledge, Proposal, MatchingRun)] == counts
    assert time.process_time() - began < 1
    for model in (Offer, Request, Pledge, MatchingRun):
        assert not model.objects.filter(is_sample=False).exists(), model
    assert not Request.objects.exclude(title__startswith="Sample: ").exists()


def test_areas_below_their_fair_share_get_more_than_first_come_first_served_gives_them(made):
    matched, in_order = made.figures["below_share"]
    assert matched > in_order, (matched, in_order)
    assert made.figures["after"]["gini"] < made.figures["first_come"]["after"]["gini"] < made.figures["before"]["gini"]
    assert made.figures["after"]["minimum"] >= made.figures["first_come"]["after"]["minimum"]


def test_some_answers_wait_some_are_agreed_one_is_declined_and_what_stays_open_says_why(made):
    states = list(Proposal.objects.values_list("state", flat=True))
    assert {state: states.count(state) for state in ("agreed", "declined")} == {"agreed": 2, "declined": 1}
    assert Proposal.objects.filter(state="proposed", request__account__slug="kernow").exists()
    whys = " ".join(unmet["why"] for unmet in made.figures["unmet"])
    assert "joined in the same implementation cohort or a later one" in whys
    assert gathering.gather().case.needs
