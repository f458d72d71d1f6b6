"""The search page: what is found, in which order, narrowed how, and shown how."""

import pytest
from django.test import Client

from accounts.access import Access
from find import queries
from find.words import Words
from tests.queries import count_queries


def search(typed, user=None, **chosen):
    """The results for a person; None is somebody signed out."""
    return queries.search(Words.typed(typed), Access(user) if user else None, chosen=chosen)


def titles(results):
    return [found.title for found in results.found]


@pytest.mark.parametrize(
    ("words", "names"),
    [("scilly", ["NHS Kernow"]), ("BRISTOL", ["NHS Bristol"]), ("counc kern", ["NHS Kernow"]), ("11N", ["NHS Kernow"])],
)
def test_areas_are_found_by_name_council_and_code(db, words, names):
    assert titles(search(words, kind="areas")) == names


def test_a_member_is_led_to_the_workspace_and_others_to_the_public_list(kernow, bristol, person):
    lead = person("area-lead", area=kernow)
    assert search("nhs kernow", lead, kind="areas").found[0].url == "/areas/kernow/"
    assert search("nhs bristol", lead, kind="areas").found[0].url == "/areas/"


def test_an_archived_area_is_not_found(kernow):
    type(kernow).objects.filter(pk=kernow.pk).update(status="archived")
    assert titles(search("kernow")) == []


def test_a_whole_name_stands_before_texts_that_hold_it(kernow):
    assert titles(search("nhs kernow"))[0] == "NHS Kernow"


def test_what_an_area_can_offer_is_found_by_area_and_group(kernow):
    found = search("kernow mental").found
    assert [each.url for each in found] == ["/your-turn/kernow/mental-health/"]


def test_results_can_be_narrowed_by_kind_area_and_group(kernow):
    # One page "your turn" for each of the eleven areas.
    assert len(search("significant mental", kind="your-turn").found) == 11
    assert len(search("significant mental", area="kernow").found) == 1
    assert search("significant mental", area="kernow", kind="areas").found == []
    assert search("significant mental", group="children-complex-needs").found == []
    assert search("significant mental", area="nowhere").found == []


def test_facets_count_what_each_choice_would_leave(kernow):
    facets = {each.facet.key: each for each in search("kernow", area="kernow").facets}
    counts = {choice.value.key: choice.count for choice in facets["kind"].choices}
    assert counts == {"areas": 1, "your-turn": 4}
    assert [(choice.value.key, choice.count, choice.is_chosen) for choice in facets["area"].choices] == [
        ("kernow", 5, True)
    ]


def test_published_pages_are_found_by_their_text_and_drafts_are_not(client, db):
    from knowledge.front_page import make_front_page
    from knowledge.models import InformationPage

    make_front_page()
    page = InformationPage.objects.get(slug="privacy")
    assert page.title in titles(search("privacy", kind="pages"))
    page.unpublish()
    assert page.title not in titles(search("privacy", kind="pages"))


def test_a_page_for_some_readers_only_is_not_found(db):
    from wagtail.models import PageViewRestriction

    from knowledge.front_page import make_front_page
    from knowledge.models import InformationPage

    make_front_page()
    page = InformationPage.objects.get(slug="privacy")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert page.title not in titles(search("privacy", kind="pages"))


def test_milestones_are_for_those_who_read_the_board(kernow, person):
    from tenants.models import NationalMilestone

    name = NationalMilestone.objects.first().activity
    assert name in titles(search(name, person("board-member")))
    assert name not in titles(search(name, person("budget-holder", area=kernow)))
    assert name not in titles(search(name))


def test_the_page_marks_the_words_and_escapes_the_rest(client: Client, kernow):
    from tenants.models import Area

    Area.objects.filter(pk=kernow.pk).update(name="<script>alert(1)</script> Kernow")
    body = client.get("/search/", {"q": "kernow"}).content.decode()
    assert "<script>alert(1)" not in body
    assert "&lt;script&gt;alert(1)" in body


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/search/", "You can find"),
        ("/search/?q=the+of", "in every text"),
        ("/search/?q=zzzz", "Nothing found for"),
        ("/search/?q=kernow&area=nowhere", "none with these filters"),
        ("/search/?q=kernow&page=99", "Results for"),
        ("/search/?q=%00%27%22%26%7C%21", "You can find"),
    ],
)
def test_every_state_of_the_page_says_what_to_do(client: Client, db, address, says):
    answer = client.get(address)
    assert answer.status_code == 200
    assert says in answer.content.decode()


def test_the_header_of_every_page_has_the_search(client: Client, db):
    assert 'action="/search/"' in client.get("/areas/").content.decode()


def test_a_search_asks_the_database_as_often_for_many_results_as_for_one(client_as, kernow):
    from tenants.models import Organisation

    client = client_as("area-lead", area=kernow)
    Organisation.objects.create(slug="o", name="Zebra", kind="voluntary")
    client.get("/search/?q=zebra")  # what is kept after the first page is not counted
    one = count_queries(client, "/search/?q=zebra")
    Organisation.objects.bulk_create(
        Organisation(slug=f"o{number}", name=f"Zebra {number}", kind="voluntary") for number in range(60)
    )
    assert count_queries(client, "/search/?q=zebra") == one


def test_who_gets_as_many_as_a_search_takes_is_told(client_as, db):
    from tenants.models import Organisation

    Organisation.objects.bulk_create(
        Organisation(slug=f"o{number}", name=f"Zebra {number}", kind="voluntary") for number in range(230)
    )
    client = client_as("board-member")
    body = client.get("/search/?q=zebra").content.decode()
    assert "Showing 1 to 10 of 200 results" in body
    assert "There are more of these: organisations" in body
