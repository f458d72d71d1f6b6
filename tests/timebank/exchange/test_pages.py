"""The pages of offers and requests: filters in the address, own and other areas, forms that keep what was typed."""

import pytest
from bs4 import BeautifulSoup

from tests.queries import count_queries
from tests.timebank.given import TODAY, offer, request
from timebank.models import Offer, Request, Session

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def field_date(settings):
    settings.IPC_TODAY = TODAY


@pytest.fixture
def lead(client_as, kernow):
    return client_as("area-lead", area=kernow)


def words(response) -> str:
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


def test_lists_are_narrowed_by_the_address_and_files_follow(lead):
    offer(title="Costing", topic="finance-models", group="mental_health", how="remote")
    offer("wiltshire", title="Contracts", topic="block-contracts", component="5A", how="on_site")
    for query, there, away in (
        ("topic=finance-models", "Costing", "Contracts"),
        ("group=mental_health", "Costing", "Contracts"),
        ("component=5A", "Contracts", "Costing"),
        ("account=wiltshire", "Contracts", "Costing"),
        ("how=remote", "Costing", "Contracts"),
    ):
        page = words(lead.get(f"/timebank/offers/?{query}"))
        assert there in page, query
        assert "1 offer" in page, query
        file = lead.get(f"/timebank/offers/list.csv?{query}").content.decode()
        assert there in file and away not in file, query


def test_a_request_is_added_by_its_form_and_mistakes_keep_what_was_typed(lead):
    typed = {
        "title": "Costing a cohort", "topic": "finance-models", "minutes": "1.3", "priority": "1", "how": "either",
        "needed_by-day": "30", "needed_by-month": "9", "needed_by-year": "2015", "why": "To begin",
    }  # fmt: skip
    wrong = lead.post("/timebank/requests/new/", typed)
    assert wrong.status_code == 422
    assert "Enter quarters of an hour" in words(wrong)
    assert 'value="Costing a cohort"' in wrong.content.decode()
    right = lead.post("/timebank/requests/new/", {**typed, "minutes": "1.5"}, follow=True)
    made = Request.objects.get()
    assert (made.minutes, made.account.slug, made.by) == (90, "kernow", lead.person)
    assert "1 hour 30 minutes" in words(right)


def test_another_areas_lead_reads_an_offer_and_changes_nothing(client_as, bristol, lead):
    found = offer("kernow")
    page = f"/timebank/offers/{found.public_id}/"
    elsewhere = client_as("area-lead", area=bristol)
    assert "Change it" in words(lead.get(page))
    assert "Change it" not in words(elsewhere.get(page))
    assert "Ask for this help" in words(elsewhere.get(page))
    for verb in ("change", "extend", "withdraw"):
        assert elsewhere.get(f"{page}{verb}/").status_code == 404
    assert elsewhere.post(f"{page}pause/").status_code == 404
    assert Offer.objects.get().state == "open"


def test_who_the_mentor_is_stands_on_the_own_sides_page_alone(client_as, person, kernow, bristol, lead):
    carer = person("carer", area=kernow)
    found = offer("kernow", mentor=carer, mentor_kind="carer")
    page = f"/timebank/offers/{found.public_id}/"
    assert carer.name in words(lead.get(page))
    assert carer.name not in words(client_as("area-lead", area=bristol).get(page))


def test_what_a_carer_offers_stays_in_the_area_until_its_lead_agrees(client_as, kernow, bristol, lead):
    carer = client_as("carer", area=kernow)
    typed = {
        "title": "What helped us", "topic": "co-production", "minutes_a_month": "1", "how": "remote",
        "available_from-day": "1", "available_from-month": "8", "available_from-year": "2015",
    }  # fmt: skip
    assert "Waits for the area lead" in words(carer.post("/timebank/giving/new/", typed, follow=True))
    found = Offer.objects.get()
    page = f"/timebank/offers/{found.public_id}/"
    elsewhere = client_as("area-lead", area=bristol)
    assert elsewhere.get(page).status_code == 404
    assert "Somebody offers their time" in words(lead.get("/home/"))
    lead.post(f"{page}agree/")
    assert elsewhere.get(page).status_code == 200
    assert (found.mentor, Offer.objects.get().mentor_kind) == (carer.person, "carer")


def test_my_areas_page_tells_its_story(lead, helped):
    assert "Nothing given and nothing had yet" in words(lead.get("/timebank/"))
    helped("kernow", "bristol", 120)
    helped("kernow", "wiltshire", 60)
    helped("somerset", "kernow", 90)
    request("bristol", title="Who can show us how?")
    offer("kernow")
    page = words(lead.get("/timebank/"))
    assert "Given 3 hours to 2 others, had 1 hour 30 minutes from 1 other." in page
    assert "Who can show us how?" in page


def test_lists_ask_the_same_of_the_database_however_many_rows_there_are(lead):
    offer()
    request()
    pages = ("/timebank/offers/", "/timebank/requests/", "/timebank/mine/", "/timebank/")
    for page in pages:
        lead.get(page)
    before = [count_queries(lead, page) for page in pages]
    for number in range(8):
        offer("wiltshire", title=f"Offer {number}")
        request("kernow", title=f"Request {number}")
    assert [count_queries(lead, page) for page in pages] == before


def test_the_coordinator_sees_what_is_about_to_leave_the_list(client_as):
    request(title="Soon over", needed_by=TODAY.replace(day=30))
    request(title="For long")
    page = words(client_as("network-manager").get("/timebank/ending/"))
    assert "Soon over" in page and "For long" not in page


def test_offers_and_requests_are_found_by_those_with_the_time_bank(lead, client_as):
    offer(title="Brokerage for beginners", details="What we learned from brokers")
    assert "Brokerage for beginners" in words(lead.get("/search/?q=brokers"))
    assert "Brokerage for beginners" not in words(client_as("moderator").get("/search/?q=brokers"))


def sessions_offered(client, row, kind):
    page = BeautifulSoup(client.get(f"/timebank/{kind}/{row.public_id}/").content, "html.parser")
    return [link["href"] for link in page.select("a[href^='/timebank/sessions/new/']")]


def test_an_offer_leads_to_a_session_about_it_and_about_a_request_of_ours_on_its_topic(lead, client_as):
    theirs = offer("bristol")
    ours = request("kernow", minutes=90)
    request("kernow", topic="workforce")
    assert sessions_offered(lead, theirs, "offers") == [
        f"/timebank/sessions/new/?offer={theirs.public_id}",
        f"/timebank/sessions/new/?offer={theirs.public_id}&request={ours.public_id}",
    ]
    assert sessions_offered(client_as("board-member"), theirs, "offers") == []
    assert sessions_offered(lead, offer("kernow"), "offers") == []


def test_a_request_leads_to_a_session_in_which_we_give_what_we_offer(lead):
    theirs, ours = request("bristol", title="Who shows us?", minutes=90), offer("kernow")
    alone, with_ours = sessions_offered(lead, theirs, "requests")
    for address in (alone, with_ours):
        page = BeautifulSoup(lead.get(address).content, "html.parser")
        chosen = {box["name"]: box["value"] for box in page.select("input[checked]")}
        assert (chosen["direction"], chosen["others"]) == ("gives", "bristol")
        shown = [page.select_one(f"input[name='{name}']")["value"] for name in ("title", "minutes")]
        assert shown == ["Who shows us?", "1.5"]
    typed = {"direction": "gives", "others": ["bristol"], "title": "A talk", "topic": "finance-models"}
    lead.post(with_ours, {**typed, "minutes": "1.5", "how": "remote"})
    session = Session.objects.get()
    assert (session.request, session.offer) == (theirs, ours)


def test_a_session_about_a_request_has_to_help_whoever_asks(lead):
    theirs = request("bristol")
    typed = {"direction": "gives", "others": ["wiltshire"], "title": "A talk", "topic": "finance-models"}
    answer = lead.post(
        f"/timebank/sessions/new/?request={theirs.public_id}", {**typed, "minutes": "1", "how": "remote"}
    )
    assert answer.status_code == 422
    assert "Put NHS Bristol among those who are helped" in words(answer)
    assert not Session.objects.exists()


def test_what_waits_for_another_areas_lead_fills_in_no_session(lead, client_as, bristol):
    hidden = offer("bristol", title="What only Bristol knows")
    Offer.objects.filter(pk=hidden.pk).update(state="asked")
    page = lead.get(f"/timebank/sessions/new/?offer={hidden.public_id}").content.decode()
    assert "What only Bristol knows" not in page
