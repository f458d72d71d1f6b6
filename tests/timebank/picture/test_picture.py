"""The network's picture, from the ledger: who helped whom, how equally, who is quiet."""

import pytest
from bs4 import BeautifulSoup

from tests.queries import count_queries
from tests.timebank.given import TODAY, offer, request
from timebank.fairness import actions, queries, standing
from timebank.ledger import transfers
from timebank.picture import queries as picture
from timebank.picture import topics

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def field_date(settings):
    settings.IPC_TODAY = TODAY


def words(response) -> str:
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


def flows(opened) -> dict[tuple[int, int], int]:
    return {(flow.giver, flow.receiver): flow.minutes for flow in picture.flows()}


def test_hours_of_several_givers_and_receivers_are_split_in_proportion(opened):
    """A gave 120 and B 60, C and D had 90 each: C had 60 of A and 30 of B, and so had D."""
    a, b, c, d = (opened(slug) for slug in ("bristol", "wiltshire", "kernow", "somerset"))
    legs = [transfers.gave(a, 120), transfers.gave(b, 60), transfers.had(c, 90), transfers.had(d, 90)]
    transfers.post(key="many", legs=legs)
    assert flows(opened) == {(a.pk, c.pk): 60, (a.pk, d.pk): 60, (b.pk, c.pk): 30, (b.pk, d.pk): 30}


def test_a_reversal_takes_back_what_it_reverses_and_grants_are_no_help(helped, opened, person):
    posted = helped("bristol", "kernow", 120)
    helped("bristol", "kernow", 60)
    transfers.reverse(transfer=posted.transfer, reason="Counted twice", by=None, key="back")
    transfers.grant(key="grant", to=opened("kernow"), minutes=60, note="To begin", by=person("network-manager"))
    bristol, kernow = opened("bristol"), opened("kernow")
    assert flows(opened) == {(bristol.pk, kernow.pk): 60}
    story = picture.story(bristol.pk, picture.flows())
    assert (story.given, story.given_to, story.had, story.had_from) == (60, 1, 0, 0)


def test_standing_follows_the_ledger_and_the_rule(helped, opened):
    helped("bristol", "kernow", 120)
    areas = standing.area_accounts()
    point = standing.now(areas, standing.in_force(areas))
    assert point.ratios["kernow"] == pytest.approx(len(areas))  # everything, of a share of one in all areas
    assert (point.minimum, point.ratios["wiltshire"]) == (0, 0)
    only_kernow = {account.slug: int(account.slug == "kernow") for account in areas}
    actions.choose(rule="board", weights=only_kernow, reason="For the test", by=None)
    areas = standing.area_accounts()
    assert standing.now(areas, standing.in_force(areas)).ratios == {"kernow": 1}


def test_a_rule_has_its_reason_and_stays_as_it_was(person, client_as):
    manager = client_as("network-manager")
    page = manager.post("/timebank/fair-shares/rule/", {"rule": "population"})
    assert page.status_code == 422
    chosen = {"rule": "population", "reason": "Agreed at the July board"}
    text = words(manager.post("/timebank/fair-shares/rule/", chosen, follow=True))
    assert "By how many people live in the area" in text and "Agreed at the July board" in text
    areas = standing.area_accounts()
    shares = standing.in_force(areas).shares
    assert sum(shares.values()) == 1
    assert shares["new-devon-plymouth"] > shares["swindon"]


def test_rules_are_never_changed():
    from django.db import IntegrityError, transaction

    made = actions.choose(rule="equal", weights=None, reason="To begin", by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        type(made).objects.filter(pk=made.pk).update(rule="population")


def test_pledges_stand_beside_what_was_given(helped, opened, client_as):
    actions.pledge(account=opened("bristol"), minutes=600, made_on=TODAY, words="Ten hours", by=None)
    helped("bristol", "kernow", 120)
    text = words(client_as("board-member").get("/timebank/fair-shares/"))
    assert "10 h Given so far 2 h" in text or ("10 h" in text and "2 h" in text)
    file = client_as("board-member").get("/timebank/fair-shares/data/pledges.csv").content.decode()
    assert "10 h,2 h,Ten hours" in file


def test_topics_short_of_help_and_quiet_areas(helped, client_as):
    request("kernow", minutes=600)
    offer("bristol", minutes_a_month=60)
    request("wiltshire", topic="workforce", minutes=60)
    helped("bristol", "kernow", 120)
    needs = {need.topic: need for need in topics.needs()}
    assert needs["finance-models"].is_short  # 600 of 3 × 60
    assert needs["workforce"].is_short and not needs["evaluation"].is_short
    board = client_as("board-member")
    rows = board.get("/timebank/picture/data/topics.csv").content.decode()
    assert "Workforce,1 h,0 h,0 h,Nobody offers help" in rows
    quiet = board.get("/timebank/picture/data/quiet.csv").content.decode()
    assert "NHS Wiltshire" in quiet and "Bristol" not in quiet


def test_pages_ask_the_same_of_the_database_however_much_was_given(helped, client_as):
    board = client_as("board-member")
    helped("bristol", "kernow", 60)
    pages = ("/timebank/picture/", "/timebank/fair-shares/")
    for page in pages:
        board.get(page)
    before = [count_queries(board, page) for page in pages]
    for other in ("wiltshire", "somerset", "swindon", "gloucestershire"):
        helped("bristol", other, 60)
    assert [count_queries(board, page) for page in pages] == before


def test_months_end_where_months_end():
    import datetime

    D = datetime.date
    assert queries.month_ends(D(2014, 12, 5), D(2015, 2, 10)) == [D(2014, 12, 31), D(2015, 1, 31), D(2015, 2, 10)]


def test_the_front_page_says_how_many_hours_were_given(helped, client):
    assert "hours of help given" not in words(client.get("/"))
    helped("bristol", "kernow", 210)
    assert "3 hours of help given between areas" in words(client.get("/"))
