"""The list of resources: words, filters with their counts, order, files; what is related to a resource."""

import csv
import io

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command

from knowledge.coproduction import sample
from knowledge.finding import library, related
from knowledge.models import Guidance, Method, Story, TopicIndex
from tests.knowledge.resources import draft, index
from tests.queries import count_queries

CHILDREN, ADULTS = "children_complex_needs", "learning_disability"


def published(title, kind=None, **facts):
    return sample.publish(draft(kind, title=title, is_sample=True, **facts))


@pytest.fixture
def shelf(front, kernow):
    """Three resources: a story of Kernow's for children, a method for adults, guidance for everybody."""
    published("A year with a budget", Story, groups=[CHILDREN], area_of_origin=kernow, components=["4A"])
    published("Planning a week", Method, groups=[ADULTS], components=["3A"], bsl_link="https://example.org/film")
    published("Who decides", Guidance, components=["3A"])


def found(**asked):
    return [page.title for page in library.look(index(), asked).found]


def counts(key, **asked):
    facets = {each.facet.key: each for each in library.look(index(), asked).facets}
    return {choice.value.key: choice.count for choice in facets[key].choices}


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({}, ["Who decides", "Planning a week", "A year with a budget"]),
        ({"sort": "title"}, ["A year with a budget", "Planning a week", "Who decides"]),
        ({"kind": "story"}, ["A year with a budget"]),
        # What is for everybody is for this group too, after what is for it alone.
        ({"group": CHILDREN}, ["A year with a budget", "Who decides"]),
        ({"component": "3A"}, ["Who decides", "Planning a week"]),
        ({"area": "kernow"}, ["A year with a budget"]),
        ({"area": "network"}, ["Who decides", "Planning a week"]),
        ({"format": "bsl"}, ["Planning a week"]),
        ({"component": "3A", "kind": "guidance"}, ["Who decides"]),
        ({"kind": "nonsense"}, []),
        ({"format": "nonsense"}, []),
        ({"q": "budgets"}, ["A year with a budget"]),
        ({"q": "plan", "kind": "story"}, []),
        ({"q": "the of"}, []),
    ],
)
def test_list_is_narrowed_by_words_and_filters(shelf, asked, titles):
    assert found(**asked) == titles


def test_words_in_a_title_come_first(front):
    published("Other things", summary="On brokerage, in passing.")
    published("Brokerage", summary="All of it.")
    published("Newer things", summary="On brokerage, in passing.")

    assert found(q="brokerage")[0] == "Brokerage"


def test_each_filter_says_how_many_it_would_leave(shelf):
    assert counts("kind") == {"story": 1, "method": 1, "guidance": 1}
    assert counts("kind", component="3A") == {"method": 1, "guidance": 1}
    assert counts("kind", kind="story") == {"story": 1, "method": 1, "guidance": 1}
    assert counts("group")[CHILDREN] == 2
    assert counts("area") == {"network": 2, "kernow": 1}
    assert counts("format") == {"bsl": 1}


def test_versions_are_a_format_and_not_listed_by_themselves(shelf):
    from knowledge.models import EasyRead, Resource

    main = Resource.objects.get(title="Who decides")
    version = main.specific.add_child(instance=EasyRead(title="Who decides", summary="Easy.", is_sample=True))
    version.save_revision()
    assert found(format="easy_read") == []

    sample.publish(version)
    assert found(format="easy_read") == ["Who decides"]
    assert counts("format") == {"easy_read": 1, "bsl": 1}
    assert len(found()) == 3


def test_drafts_and_pages_for_some_readers_are_not_listed(shelf):
    from wagtail.models import PageViewRestriction

    draft(title="Draft on planning")
    closed = published("Closed planning")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)

    assert len(found()) == 3
    assert found(q="planning") == ["Planning a week"]


def main_of(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser").find("main")


@pytest.mark.parametrize(
    ("asked", "says", "leads_to"),
    [
        ("?kind=story&component=3A", "Nothing fits all of this", "/knowledge/"),
        ("?q=zzzz", "Nothing found for “zzzz”", "/search/?q=zzzz"),
        ("?q=budegt", "Did you mean “budget”?", "/knowledge/?q=budget"),
    ],
)
def test_a_list_with_nothing_in_it_helps_on(client, shelf, asked, says, leads_to):
    from find import vocabulary

    vocabulary.renew()
    main = main_of(client, f"/knowledge/{asked}")

    assert says in main.get_text(" ", strip=True)
    assert main.find("a", href=leads_to)


def test_file_has_what_the_page_shows_with_date_and_source(client, shelf):
    main = main_of(client, "/knowledge/?component=3A")
    link = main.find("a", href=lambda href: href and href.startswith("/knowledge/resources.csv"))
    rows = list(csv.reader(io.StringIO(client.get(link["href"]).content.decode("utf-8-sig"))))

    titles = [row[0] for row in rows if len(row) > 5]
    assert titles == ["Title", "Who decides", "Planning a week"]
    assert {"As at", "Source", "Sample"} <= {cell for row in rows for cell in row}


def test_file_of_a_topic_has_that_topic_alone(client, shelf):
    topic = index().add_child(instance=TopicIndex(title="Budgets", slug="budgets"))
    sample.publish(draft(Method, title="Counting money", under=topic, is_sample=True))

    answer = client.get("/knowledge/resources.csv?topic=budgets").content.decode()
    assert "Counting money" in answer
    assert "Who decides" not in answer
    assert client.get("/knowledge/resources.csv?topic=none").status_code == 404


@pytest.mark.parametrize("address", ["/knowledge/", "/knowledge/?group=learning_disability", "/knowledge/?q=week"])
def test_list_asks_the_database_as_often_for_many_as_for_few(client, shelf, address):
    client.get(address)
    few = count_queries(client, address)
    for number in range(12):
        published(f"A week {number}", groups=[ADULTS], components=["1A", "4B"])

    assert count_queries(client, address) == few


def test_related_resources_share_a_topic_a_component_or_a_group(shelf):
    topic = index().add_child(instance=TopicIndex(title="Planning", slug="planning"))
    beside = sample.publish(draft(Method, title="Beside it", under=topic, is_sample=True))
    page = sample.publish(draft(Method, title="It", under=topic, is_sample=True, components=["3A"], groups=[ADULTS]))

    # A component and a group are 3, as much as a topic; the newest stands first. A component alone is 2.
    assert [each.title for each in related.of_page(page)] == ["Beside it", "Planning a week", "Who decides"]
    assert [each.pk for each in related.of_page(beside)] == [page.pk]


def test_resource_with_nothing_in_common_has_nothing_related(shelf, client):
    page = published("Something else")

    assert related.of_page(page) == []
    assert main_of(client, page.get_url()).find(id="related") is None


def test_page_of_a_resource_asks_as_often_with_many_related_and_used(client, shelf, kernow, bristol):
    from knowledge.models import Use

    page = published("It", components=["3A"])
    Use.objects.create(resource=page, area=kernow, changed="A day.")
    client.get(page.get_url())
    few = count_queries(client, page.get_url())
    for number in range(6):
        published(f"More {number}", components=["3A"])
    Use.objects.create(resource=page, area=bristol, changed="A day.")

    assert count_queries(client, page.get_url()) == few
    assert len(main_of(client, page.get_url()).find(id="related").find_next_sibling().find_all("h3")) == 4


def test_index_of_the_search_can_be_made_anew(shelf):
    call_command("update_index", verbosity=0)

    assert found(q="week") == ["Planning a week"]


def test_lists_and_searches_say_that_a_story_is_composed(client, front):
    for title, slug, is_composed in (("Quagga one", "one", True), ("Quagga two", "two", False)):
        facts = {"is_composed": is_composed, "components": ["3A"]}
        published(title, Story, slug=slug, **facts)

    for address in ("/knowledge/", "/search/?q=quagga", "/", "/knowledge/two/"):  # the last has the first beside it
        said = " ".join(BeautifulSoup(client.get(address).content, "html.parser").get_text(" ").split())
        assert said.count("Story, composed") == 1, address
