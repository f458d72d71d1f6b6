"""The pages of notifications, as their readers see and use them."""

import re

import pytest
from django.test import Client

from notify import queries, sealing
from notify.actions import choose
from notify.models import Notification, Preference
from notify.registry import Way
from tests.notify.conftest import tell
from tests.queries import count_queries


def titles(page):
    return re.findall(r"(?:Old|New) thing \d", page.text)


@pytest.fixture
def reader(client_as):
    return client_as()


def test_new_things_come_first_and_the_header_counts_them(reader):
    for number in (1, 2, 3):
        tell(reader.person, Way.PAGE, title=f"New thing {number}")
    old = tell(reader.person, Way.PAGE, title="Old thing 4")
    reader.post(f"/notifications/{old.public_id}/read/")
    page = reader.get("/notifications/")

    assert titles(page) == ["New thing 3", "New thing 2", "New thing 1", "Old thing 4"]
    assert re.search(
        r'Notifications <span class="ipc-header-count">3<span class="nhsuk-u-visually-hidden"> new', page.text
    )
    assert "3 things are new." in page.text


def test_filters_are_in_the_address_and_in_the_file(reader):
    tell(reader.person, Way.PAGE, title="New thing 1")
    tell(reader.person, Way.DAILY, title="New thing 2")
    seen = tell(reader.person, Way.PAGE, title="Old thing 3")
    reader.get(seen.get_absolute_url())

    assert titles(reader.get("/notifications/?state=unread&kind=test-page")) == ["New thing 1"]
    assert titles(reader.get("/notifications/?state=read")) == ["Old thing 3"]
    assert "Nothing found" in reader.get("/notifications/?state=read&kind=test-daily").text
    file = reader.get("/notifications/download.csv?state=read").content.decode()
    assert "Old thing 3" in file
    assert "New thing" not in file


def test_without_anything_the_page_says_what_would_be_here(reader):
    page = reader.get("/notifications/")
    assert "Nothing new" in page.text
    assert "ipc-header-count" not in page.text


def test_all_are_marked_as_read_at_once_and_nobody_elses(reader, person):
    other = person()
    tell(reader.person, Way.PAGE), tell(reader.person, Way.PAGE), tell(other, Way.PAGE)
    page = reader.post("/notifications/read/", follow=True)

    assert "2 notifications marked as read." in page.text
    assert list(Notification.objects.filter(read_at__isnull=True).values_list("to", flat=True)) == [other.pk]


def test_somebody_elses_notification_is_not_found(reader, person):
    made = tell(person(), Way.PAGE)

    assert reader.get(made.get_absolute_url()).status_code == 404
    assert reader.post(f"{made.get_absolute_url()}read/").status_code == 404
    assert Notification.objects.get(pk=made.pk).read_at is None


def test_an_address_that_got_past_everything_leads_to_the_list(reader):
    made = tell(reader.person, Way.PAGE, url="")
    assert reader.get(made.get_absolute_url()).headers["Location"] == "/notifications/"


def test_what_people_wrote_is_shown_as_text(reader):
    tell(reader.person, Way.PAGE, title="<script>x</script>", body="<b>bold</b>")
    text = reader.get("/notifications/").text
    assert "<script>x" not in text
    assert "&lt;b&gt;bold" in text


def test_the_number_of_queries_does_not_grow_with_what_there_is(reader):
    reader.get("/notifications/")
    tell(reader.person, Way.PAGE)
    few = count_queries(reader, "/notifications/")
    for _ in range(20):
        tell(reader.person, Way.PAGE)
    assert count_queries(reader, "/notifications/") == few


def test_choices_are_kept_for_each_kind(reader):
    fields = dict.fromkeys(re.findall(r'name="([a-z-]+)"', reader.get("/me/notifications/").text), "weekly")
    assert {"test-page", "test-daily", "job-ended"} <= set(fields)
    page = reader.post("/me/notifications/", {**fields, "test-page": "none", "test-must": "page"}, follow=True)

    assert "Your choices are saved." in page.text
    ways = queries.ways_of(reader.person)
    assert (ways["test-page"], ways["test-daily"], ways["test-must"]) == (Way.NONE, Way.WEEKLY, Way.PAGE)


def test_a_choice_that_is_not_offered_is_refused_in_words(reader):
    fields = dict.fromkeys(re.findall(r'name="([a-z-]+)"', reader.get("/me/notifications/").text), "page")
    answer = reader.post("/me/notifications/", {**fields, "test-must": "none"})
    assert answer.status_code == 422
    assert not Preference.objects.filter(user=reader.person).exists()


def test_people_choose_among_what_concerns_them(reader, client_as, kernow):
    lead = client_as("area-lead", area=kernow)
    assert 'name="plan-changed"' in lead.get("/me/notifications/").text
    assert 'name="plan-changed"' not in reader.get("/me/notifications/").text


# Leaving


def leaving_path(person, kind="test-at-once"):
    return f"/notifications/leave/{sealing.leaving_token(person.public_id, kind)}/"


def test_one_button_without_signing_in_stops_the_mails(person):
    reader = person()
    stranger = Client(enforce_csrf_checks=True)
    page = stranger.get(leaving_path(reader))

    assert "These e-mails will stop: Test at once." in page.text
    assert queries.ways_of(reader)["test-at-once"] == Way.AT_ONCE  # looking changes nothing
    # What a mail program sends by itself: no cookie, no token of a form (RFC 8058).
    answer = stranger.post(leaving_path(reader), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert "You get no more of these e-mails" in answer.text
    assert queries.ways_of(reader)["test-at-once"] == Way.PAGE
    assert stranger.post(leaving_path(reader)).status_code == 200


def test_summaries_are_left_the_same_way(person, client):
    reader = person()
    tell(reader, Way.DAILY)
    client.post(leaving_path(reader, "digest"))

    assert queries.ways_of(reader)["test-weekly"] == Way.PAGE
    assert not Notification.objects.filter(to=reader).exclude(waits_for="").exists()
    assert queries.ways_of(reader)["test-at-once"] == Way.AT_ONCE


def test_a_forged_changed_or_borrowed_token_is_refused(person, client):
    reader = person()
    choose(by=reader, ways={"test-page": Way.AT_ONCE})
    good = sealing.leaving_token(reader.public_id, "test-at-once")
    sealed_mail = sealing.seal({"subject": f"{reader.public_id} test-at-once"}).rstrip("=")
    changed = good[:40] + ("A" if good[40] != "A" else "B") + good[41:]
    for token in ("x", "é", good[:-4], changed, sealed_mail, str(reader.public_id)):
        for answer in (client.get(f"/notifications/leave/{token}/"), client.post(f"/notifications/leave/{token}/")):
            assert answer.status_code == 404
    assert queries.ways_of(reader)["test-at-once"] == Way.AT_ONCE


def test_a_token_tells_neither_who_nor_what(person):
    import base64

    reader = person()
    token = sealing.leaving_token(reader.public_id, "test-at-once")
    inside = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))

    assert str(reader.public_id).encode() not in inside
    assert b"test-at-once" not in inside
    assert sealing.leaving_token(reader.public_id, "test-at-once") != token


def test_a_token_works_after_years(person, client):
    import time_machine

    reader = person()
    with time_machine.travel("2016-01-01", tick=False):
        path = leaving_path(reader)
    assert client.get(path).status_code == 200
