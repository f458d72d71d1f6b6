"""What other programs are told of the knowledge base: the feed, the sitemap, structured data, and moved addresses."""

import datetime
import json
import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page, PageViewRestriction

from knowledge.coproduction import sample
from knowledge.models import Guidance, Method, Story, TopicIndex
from knowledge.versions import actions
from tests.knowledge.resources import draft, index
from tests.queries import count_queries

ATOM = "{http://www.w3.org/2005/Atom}"
SITES = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
# RFC 3339 with an offset, as RFC 4287 (Atom) asks for, section 3.3.
ATOM_DATE = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")
ENTRY_PARTS_ONCE = ("id", "title", "updated", "summary")


def published(title="A first talk", kind=None, **facts):
    return sample.publish(draft(kind, title=title, is_sample=True, **facts))


def feed_of(client):
    answer = client.get("/knowledge/feed/")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)


def texts(element, name):
    return [each.text for each in element.findall(f"{ATOM}{name}")]


def faults(feed):
    """What the W3C's feed validator finds wrong in Atom (RFC 4287), by the rules that can apply to this feed."""
    found = [f"feed: {name} once" for name in ("id", "title", "updated") if len(texts(feed, name)) != 1]
    links = [(link.get("rel"), link.get("href")) for link in feed.findall(f"{ATOM}link")]
    if [rel for rel, _ in links].count("self") != 1 or [rel for rel, _ in links].count("alternate") != 1:
        found.append("feed: one link to itself and one to its page")
    entries = feed.findall(f"{ATOM}entry")
    if not texts(feed, "author") and not all(entry.find(f"{ATOM}author") for entry in entries):
        found.append("no author")
    ids = texts(feed, "id") + [each for entry in entries for each in texts(entry, "id")]
    found += [f"id is no absolute address: {each}" for each in ids if not urlsplit(each).scheme]
    found += [f"id twice: {each}" for each in set(ids) if ids.count(each) > 1]
    for entry in entries:
        found += [f"entry: {name} once" for name in ENTRY_PARTS_ONCE if len(texts(entry, name)) != 1]
        alternates = [link for link in entry.findall(f"{ATOM}link") if link.get("rel") in (None, "alternate")]
        found += [] if len(alternates) == 1 else ["entry: one link to its page"]
        links += [("alternate", each.get("href")) for each in alternates]
    found += [f"link is relative: {href}" for _, href in links if not urlsplit(href).netloc]
    dates = [each.text for name in ("updated", "published") for each in feed.iter(f"{ATOM}{name}")]
    found += [f"date: {each}" for each in dates if not ATOM_DATE.match(each)]
    found += ["title is empty" for each in feed.iter(f"{ATOM}title") if not (each.text or "").strip()]
    return found + [f"unknown part: {each.tag}" for each in feed.iter() if not each.tag.startswith(ATOM)]


def test_feed_keeps_the_rules_of_the_feed_validator(client, front):
    published("Ann & Bob’s <b>week</b>", Story, summary="A \x0b bell & a <script>.")
    published("Second", slug="second")

    feed = feed_of(client)
    assert faults(feed) == []
    assert len(feed.findall(f"{ATOM}entry")) == 2


def test_the_rules_find_what_is_wrong(client, front):
    published()
    feed = feed_of(client)
    entry = feed.find(f"{ATOM}entry")
    entry.find(f"{ATOM}id").text = "12"
    entry.find(f"{ATOM}updated").text = "15 July 2015"
    entry.remove(entry.find(f"{ATOM}title"))
    entry.find(f"{ATOM}link").set("href", "/knowledge/")

    assert [fault.split(":")[0] for fault in faults(feed)] == [
        "id is no absolute address",
        "entry",
        "link is relative",
        "date",
    ]


def test_empty_feed_is_a_right_one(client, front):
    assert faults(feed_of(client)) == []


def test_id_stays_when_a_page_moves_and_updated_follows_the_words(client, front):
    page = published()
    before = feed_of(client).find(f"{ATOM}entry")
    topic = index().add_child(instance=TopicIndex(title="Planning", slug="planning"))
    page.move(topic, pos="last-child")
    Method.objects.get(pk=page.pk).save_revision().publish()
    after = feed_of(client).find(f"{ATOM}entry")

    assert texts(after, "id") == texts(before, "id") == [f"tag:localhost,2014-11-28:resources:{page.pk}"]
    assert after.find(f"{ATOM}link").get("href").endswith("/knowledge/planning/a-first-talk/")
    assert texts(after, "updated") > texts(before, "updated")
    assert texts(after, "published") == texts(before, "published")


def test_only_what_everybody_may_read_is_told(client, front):
    draft(title="Draft", slug="draft")
    closed = published("Closed", slug="closed")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    gone = published("Gone", slug="gone")
    gone.unpublish()
    open_page = published("Open", slug="open")

    assert [texts(entry, "title") for entry in feed_of(client).findall(f"{ATOM}entry")] == [["Open"]]
    told = [address for address in sitemap_of(client) if "/knowledge/" in address]
    assert told == ["http://localhost:8000/knowledge/", open_page.full_url]


def test_feed_tells_of_easy_read_and_of_translations_when_they_come(client, front):
    page = published("A first talk", Story, is_composed=True)
    welsh = sample.publish(actions.start(page=page, version="cy", by=None))
    actions.start(page=page, version=actions.EASY_READ, by=None)

    feed = feed_of(client)
    entries = feed.findall(f"{ATOM}entry")
    assert faults(feed) == []
    assert [each.find(f"{ATOM}link").get("href") for each in entries] == [welsh.full_url, page.full_url]
    assert [each.get("{http://www.w3.org/XML/1998/namespace}lang") for each in entries] == ["cy", None]
    assert texts(entries[1], "summary")[0].startswith("Story, composed (a sample): ")


def test_feed_is_the_same_until_something_changes(client, front):
    published()
    first = client.get("/knowledge/feed/")
    assert client.get("/knowledge/feed/", headers={"If-None-Match": first["ETag"]}).status_code == 304

    published("Second", slug="second")
    assert client.get("/knowledge/feed/", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_pages_say_where_the_feed_is_and_which_address_is_theirs(client, front):
    page = published()
    for address in ("/knowledge/?kind=story", page.get_url()):
        head = BeautifulSoup(client.get(address).content, "html.parser").head
        assert head.find("link", type="application/atom+xml")["href"] == "/knowledge/feed/"
        own = address.partition("?")[0]
        assert head.find("link", rel="canonical")["href"] == f"http://localhost:8000{own}"


def sitemap_of(client):
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return {url.find(f"{SITES}loc").text: url for url in tree.findall(f"{SITES}url")}


def test_sitemap_has_each_public_page_with_its_day(client, front):
    page = published()
    day = datetime.datetime.now(datetime.UTC).date().isoformat()

    told = sitemap_of(client)
    assert set(told) >= {"http://localhost:8000/", "http://localhost:8000/privacy/", page.full_url}
    assert told[page.full_url].find(f"{SITES}lastmod").text == day
    assert all(address.startswith("http://localhost:8000/") for address in told)


def test_sitemap_has_the_address_that_each_page_says_is_its_own(client, front):
    published("Café", slug="café", kind=Guidance)
    topic = index().add_child(instance=TopicIndex(title="Planning", slug="planning"))
    page = published()
    page.move(topic, pos="last-child")
    actions.start(page=page, version="cy", by=None)

    told = set(sitemap_of(client))
    live = Page.objects.descendant_of(front, inclusive=True).live()
    assert told == {each.full_url for each in live}
    assert {
        "http://localhost:8000/knowledge/caf%C3%A9/",
        "http://localhost:8000/knowledge/planning/a-first-talk/",
    } < told


def test_sitemap_leads_from_each_language_to_the_others(client, front):
    page = published()
    welsh = sample.publish(actions.start(page=page, version="cy", by=None))
    easy = sample.publish(actions.start(page=page, version=actions.EASY_READ, by=None))

    told = sitemap_of(client)
    both = {"en-gb": page.full_url, "cy": f"{page.full_url}cy/"}
    for address in both.values():
        links = told[address].findall(f"{XHTML}link")
        assert {each.get("hreflang"): each.get("href") for each in links} == both
    assert welsh.full_url in told
    assert told[easy.full_url].findall(f"{XHTML}link") == []


def test_sitemap_asks_the_database_as_often_for_many_as_for_one(client, front):
    published()
    client.get("/sitemap.xml")
    few = count_queries(client, "/sitemap.xml")
    for number in range(5):
        published(f"More {number}", Guidance, slug=f"more-{number}")

    assert count_queries(client, "/sitemap.xml") == few


def test_robots_are_led_to_the_sitemap_and_not_to_private_links(client, db):
    text = client.get("/robots.txt").content.decode()

    assert "Sitemap: http://localhost:8000/sitemap.xml" in text
    assert "Disallow: /knowledge/review/" in text


def structured(client, page):
    head = BeautifulSoup(client.get(page.get_url()).content, "html.parser").head
    return [json.loads(each.string) for each in head.find_all("script", type="application/ld+json")]


@pytest.mark.parametrize(("kind", "type_of_it"), [(Story, "Article"), (Method, "HowTo"), (Guidance, "Article")])
def test_structured_data_say_what_it_is(client, front, kind, type_of_it):
    page = published("Ann’s </script><script>alert(1)</script>", kind, groups=["mental_health"])

    said, trail = structured(client, page)
    assert said["@context"] == "https://schema.org"
    assert said["@type"] == type_of_it
    assert said["name"] == page.title
    assert said["url"] == page.full_url
    assert said["license"].startswith("https://www.nationalarchives.gov.uk/")
    assert said["audience"] == [
        {"@type": "PeopleAudience", "audienceType": "People with significant mental health needs"}
    ]
    assert said["publisher"]["name"] == "South West Integrated Personal Commissioning network"
    assert {"datePublished", "dateModified", "inLanguage", "description"} <= set(said)
    assert [(step["position"], step["name"]) for step in trail["itemListElement"]] == [
        (1, "Front page"),
        (2, "Knowledge"),
        (3, page.title),
    ]
    assert all(urlsplit(step["item"]).netloc for step in trail["itemListElement"])


def test_structured_data_carry_the_pages_nonce(client, front):
    answer = client.get(published().get_url())
    script = BeautifulSoup(answer.content, "html.parser").find("script", type="application/ld+json")

    assert f"'nonce-{script['nonce']}'" in answer["Content-Security-Policy"]


def test_old_address_of_a_moved_page_leads_to_the_new_one(client, front):
    page = published()
    old = page.get_url()
    topic = index().add_child(instance=TopicIndex(title="Planning", slug="planning"))
    page.move(topic, pos="last-child")

    answer = client.get(old)
    assert (answer.status_code, answer["Location"]) == (301, "/knowledge/planning/a-first-talk/")


@pytest.fixture
def renamed(front, django_capture_on_commit_callbacks):
    """A page whose address an editor changed."""
    page = published()
    page.slug = "first-talks"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    return Method.objects.get(pk=page.pk)


def test_old_address_leads_on_after_an_editor_changed_the_slug(client, renamed):
    answer = client.get("/knowledge/a-first-talk/")
    assert (answer.status_code, answer["Location"]) == (301, "/knowledge/first-talks/")


def test_old_address_of_a_page_that_is_taken_off_tells_nothing(client, renamed):
    renamed.unpublish()

    answer = client.get("/knowledge/a-first-talk/", follow=True)
    assert answer.request["PATH_INFO"] == "/account/login/"
    assert renamed.title not in answer.content.decode()
