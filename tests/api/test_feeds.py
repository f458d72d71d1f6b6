"""The Atom feed of changes: stable ids, whole addresses, plain text."""

import datetime
from xml.etree import ElementTree

import pytest

from tenants.returns.models import PublishedPlan

FEED = "/your-turn/feed/"
ATOM = "{http://www.w3.org/2005/Atom}"


def publish(area, phase, reason, day, **facts):
    return PublishedPlan.objects.create(
        area=area, group="mental_health", phase=phase, status="not_started", reason=reason, as_at=day, **facts
    )


@pytest.fixture
def moved(kernow):
    """Kernow moves a group from phase 3 to 2."""
    publish(kernow, 3, "", datetime.date(2015, 6, 1))
    return publish(kernow, 2, "The <b>trust</b> & the council agreed.", datetime.date(2015, 6, 2))


def entries(answer):
    return ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")


def test_change_is_told_with_its_reason(client, moved):
    entry = entries(client.get(FEED))[0]

    assert entry.find(f"{ATOM}title").text == "Kernow: People with significant mental health needs"
    # An XML parser takes one layer of escaping away: what is left is text for a reader that takes it for HTML.
    assert entry.find(f"{ATOM}summary").text == (
        "Kernow moved people with significant mental health needs from phase 3 to phase 2, "
        "because: The &lt;b&gt;trust&lt;/b&gt; &amp; the council agreed."
    )
    assert entry.find(f"{ATOM}id").text == f"tag:localhost,2014-11-28:plan-changes:{moved.pk}"
    assert entry.find(f"{ATOM}link").get("href") == "http://localhost:8000/your-turn/kernow/mental-health/"


def test_start_that_moves_is_told_too(client, kernow):
    publish(kernow, 2, "", datetime.date(2015, 6, 1), planned_start=datetime.date(2015, 10, 1))
    publish(kernow, 2, "Staff left", datetime.date(2015, 6, 2), planned_start=datetime.date(2016, 1, 1))

    text = entries(client.get(FEED))[0].find(f"{ATOM}summary").text
    assert "changed the start from 1 October 2015 to 1 January 2016, because: Staff left." in text


def test_change_without_a_reason_and_area_that_is_suspended_are_left_out(client, moved, kernow):
    before = len(entries(client.get(FEED)))
    kernow.status = "suspended"
    kernow.save()

    assert len(entries(client.get(FEED))) == before - 1
    assert all(entry.find(f"{ATOM}summary").text.count("because:") == 1 for entry in entries(client.get(FEED)))


def test_feed_is_the_same_until_something_changes(client, moved, kernow):
    first = client.get(FEED)
    assert client.get(FEED, headers={"If-None-Match": first["ETag"]}).status_code == 304

    publish(kernow, 1, "Sooner than thought", datetime.date(2015, 6, 3))
    assert client.get(FEED, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_addresses_do_not_follow_the_host_that_is_asked(client, moved):
    body = client.get(FEED, headers={"Host": "127.0.0.1:9999"}).text

    assert "127.0.0.1" not in body
    assert 'href="http://localhost:8000/your-turn/feed/"' in body


def test_letters_that_xml_has_no_place_for_are_left_out(client, kernow):
    publish(kernow, 1, "Tab\x0b and bell\x07", datetime.date(2015, 6, 3))

    assert entries(client.get(FEED))[0].find(f"{ATOM}summary").text.endswith("because: Tab and bell.")
