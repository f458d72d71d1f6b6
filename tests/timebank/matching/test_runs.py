"""Matching runs from the database: what they propose, what people answer, what a next run leaves alone."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction

from notify.models import Notification
from tenants import sites
from tenants.models import ImplementationCohort, Site
from tests.timebank.given import TODAY, offer, request
from timebank.exchange import errors
from timebank.ledger import accounts
from timebank.matching import answers, bookings, gathering, runs
from timebank.models import MatchingRun, PairDecision, Proposal, Request

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def field_date(settings):
    settings.IPC_TODAY = TODAY


def words(response) -> str:
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


def proposed() -> list[tuple[str, str, int, str]]:
    rows = Proposal.objects.select_related("request__account", "offer__account").order_by("pk")
    return [(row.offer.account.slug, row.request.account.slug, row.minutes, row.state) for row in rows]


def test_a_run_proposes_keeps_its_figures_and_tells_both_sides(person, kernow, bristol):
    leads = {person("area-lead", area=kernow), person("area-lead", area=bristol)}
    offer("bristol")
    request("kernow")
    made = runs.run(by=person("network-manager"))
    assert proposed() == [("bristol", "kernow", 120, "proposed")]
    assert made.figures["received"] == {"kernow": 120}
    assert made.figures["after"]["ratios"]["kernow"] > made.figures["before"]["ratios"]["kernow"] == 0
    assert {note.to for note in Notification.objects.filter(kind="timebank-proposed")} == leads


def test_the_area_that_has_had_least_comes_first_and_the_page_says_what_order_would_have_given(helped, client_as):
    helped("bristol", "kernow", 600)
    request("kernow", minutes=120)
    request("swindon", minutes=120)
    offer("bristol", available_until=datetime.date(2015, 7, 31))
    made = runs.run(by=None)
    assert proposed() == [("bristol", "swindon", 120, "proposed")]
    assert made.figures["below_share"] == [120, 0]
    page = words(client_as("board-member").get(f"/timebank/matching/{made.public_id}/"))
    assert "Areas below their fair share get 2 hours; first come, first served would give them 0 hours." in page
    assert "the hours go to requests of areas further below their fair share" in page


def test_both_sides_say_yes_and_a_session_begins(person, kernow, bristol):
    begun = []

    class Session:
        public_id = "0b0f6a0e-8d0e-4bb4-9d40-4d8a7c1f0001"

    starter = lambda *, proposal, by: begun.append((proposal.pk, by)) or Session  # noqa: E731
    offer("bristol")
    request("kernow")
    runs.run(by=None)
    found = Proposal.objects.get()
    lead = person("area-lead", area=kernow)
    bookings.unregister()
    bookings.register(starter)
    try:
        answers.accept(proposal=found, side="asker", by=lead)
        assert (begun, Request.objects.get().state) == ([], "open")
        answers.accept(proposal=found, side="giver", by=person("area-lead", area=bristol))
    finally:
        bookings.unregister()
        _register_again()
    found.refresh_from_db()
    assert (found.state, str(found.session_ref), len(begun)) == ("agreed", Session.public_id, 1)
    assert Request.objects.get().state == Request.State.MATCHED
    with pytest.raises(errors.WrongState, match="agreed"):
        answers.accept(proposal=found, side="asker", by=lead)


def _register_again():
    """The sessions' own starter, where they are there."""
    from importlib.util import find_spec

    if find_spec("timebank.sessions"):
        from timebank.sessions import bookings as own

        bookings.register(own.start)


def test_the_database_holds_that_both_have_to_agree():
    offer("bristol")
    request("kernow")
    runs.run(by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.update(state="agreed")


def test_a_declined_pair_is_told_with_its_reason_and_never_proposed_again(person, bristol):
    lead = person("area-lead", area=bristol)
    offer("bristol")
    request("kernow")
    runs.run(by=None)
    with pytest.raises(errors.ReasonMissing):
        answers.decline(proposal=Proposal.objects.get(), side="asker", reason="", by=None)
    answers.decline(proposal=Proposal.objects.get(), side="asker", reason="We know them too well", by=None)
    assert Notification.objects.get(to=lead, kind="timebank-answered").body == "Why: We know them too well"
    made = runs.run(by=None)
    assert len(proposed()) == 1
    assert made.figures["unmet"][0]["why"] == "The offers that would fit were turned down."


def test_a_new_run_leaves_alone_what_one_side_has_said_yes_to_and_counts_its_hours():
    offer("bristol", available_until=datetime.date(2015, 7, 31))
    request("kernow", minutes=60)
    runs.run(by=None)
    answers.accept(proposal=Proposal.objects.get(), side="giver", by=None)
    request("swindon", minutes=120)
    runs.run(by=None)
    assert proposed() == [("bristol", "kernow", 60, "proposed"), ("bristol", "swindon", 60, "proposed")]


def test_what_nobody_has_answered_lapses_and_is_proposed_anew():
    offer("bristol")
    request("kernow")
    runs.run(by=None)
    runs.run(by=None)
    assert [row[3] for row in proposed()] == ["lapsed", "proposed"]


def test_a_pin_counts_until_it_is_taken_back(helped):
    helped("bristol", "kernow", 600)
    first, _ = request("kernow"), request("swindon")
    pair = {"request": first, "offer": offer("bristol", available_until=datetime.date(2015, 7, 31))}
    made = answers.decide(kind="pin", reason="They have begun together", by=None, **pair)
    runs.run(by=None)
    assert proposed()[-1][1] == "kernow"
    answers.take_back(decision=made, by=None)
    runs.run(by=None)
    assert proposed()[-1][1] == "swindon"
    assert PairDecision.objects.get().ended_on == TODAY


def test_a_live_site_of_the_first_intake_helps_the_second_and_not_the_other_way(kernow, bristol):
    cohorts = {cohort.number: cohort for cohort in ImplementationCohort.objects.all()}
    day, group = datetime.date(2015, 2, 2), "mental_health"
    Site.objects.all()
    first = sites.add(area=bristol, group=group, cohort=cohorts[1], name="First", on=day, by=None)
    sites.add(area=kernow, group=group, cohort=cohorts[2], name="Second", on=day, by=None)
    offer("bristol", group=group)
    request("kernow", group=group)
    offer("kernow", group=group)
    request("bristol", group=group)
    runs.run(by=None)
    assert proposed() == []  # the first site is not live yet
    sites.move(site=first, to=4, on=day + datetime.timedelta(days=30), by=None)
    runs.run(by=None)
    assert proposed() == [("bristol", "kernow", 120, "proposed")]
    assert "A site of implementation cohort 1 helps implementation cohort 2." in Proposal.objects.get().reasons


def test_an_account_is_promised_no_more_than_its_limit_lets_it_pay(helped):
    helped("bristol", "kernow", 1140)  # the limit is 1,200 minutes
    offer("bristol")
    request("kernow", minutes=120)
    runs.run(by=None)
    assert proposed() == [("bristol", "kernow", 60, "proposed")]


def test_what_was_agreed_is_open_again_once_its_session_is_cancelled():
    offer("bristol")
    request("kernow")
    runs.run(by=None)
    found = Proposal.objects.get()
    for side in ("asker", "giver"):
        answers.accept(proposal=found, side=side, by=None)
    answers.release(proposal=found, reason="She is ill", by=None)
    assert (Proposal.objects.get().state, Request.objects.get().state) == ("lapsed", "open")


def test_gathering_asks_the_same_of_the_database_however_much_there_is(django_assert_max_num_queries):
    accounts.open_missing()
    for number in range(12):
        offer("bristol", title=f"Offer {number}")
        request("kernow", title=f"Request {number}")
    with django_assert_max_num_queries(14):
        gathering.gather()


def test_the_coordinator_runs_it_pins_and_refuses_by_the_pages(client_as):
    offer("bristol")
    request("kernow")
    manager = client_as("network-manager")
    page = words(manager.post("/timebank/matching/run/", follow=True))
    assert "1 match of 2 hours for 1 of 1 request" in page
    found = Proposal.objects.get()
    refused = manager.post(
        f"/timebank/matching/pairs/{found.public_id}/refuse/", {"reason": "Too far away"}, follow=True
    )
    assert "Too far away" in words(refused)
    assert "0 matches" in words(manager.post("/timebank/matching/run/", follow=True))
    back = f"/timebank/matching/decisions/{PairDecision.objects.get().pk}/end/"
    manager.post(back)
    assert "1 match of" in words(manager.post("/timebank/matching/run/", follow=True))
    assert MatchingRun.objects.count() == 3


def test_an_area_answers_for_itself_alone(client_as, kernow, bristol, person):
    offer("bristol")
    request("kernow")
    runs.run(by=None)
    page = f"/timebank/proposals/{Proposal.objects.get().public_id}/"
    from tenants.models import Area

    outside = client_as("area-lead", area=Area.objects.get(slug="wiltshire"))
    assert "Yes, we want this" not in words(outside.get(page))
    assert outside.post(f"{page}accept/").status_code == 404
    lead = client_as("area-lead", area=kernow)
    assert "Waiting for our answer" in words(lead.get("/timebank/proposals/"))
    lead.post(f"{page}accept/")
    assert (Proposal.objects.get().asker_answer, Proposal.objects.get().giver_answer) == ("yes", "")
    other = client_as("area-lead", area=bristol)
    other.post(f"{page}decline/", {"reason": "No time before winter"})
    assert Proposal.objects.get().state == "declined"
