"""Telling somebody: once, only who is concerned, in the way they chose, and only with its cause."""

import pytest
from django.db import IntegrityError, transaction

from notify import actions, queries
from notify.errors import AddressElsewhere, NotInTransaction, UnknownKind, WayNotAllowed
from notify.models import Mail, Notification
from notify.registry import NotificationKind, Way, register
from tenants import memberships
from tests.notify.conftest import KINDS, MUST, WORDS, tell


def test_a_repeated_event_is_told_once_on_the_page_and_by_mail(person):
    reader = person()
    first = tell(reader, key="answer-7")

    assert first is not None
    assert tell(reader, key="answer-7", title="The same again") is None
    assert Notification.objects.filter(to=reader, kind=KINDS[Way.AT_ONCE].key).count() == 1
    assert Mail.objects.count() == 1


def test_the_database_refuses_a_second_row_for_one_event(person):
    reader = person()
    tell(reader, key="answer-7")
    with pytest.raises(IntegrityError, match="notification_once_an_event"), transaction.atomic():
        Notification.objects.create(to=reader, kind=KINDS[Way.AT_ONCE].key, key="answer-7", title="Again")


def test_nobody_is_told_who_did_it_themselves_or_whose_account_is_closed(person):
    reader, closed = person(), person()
    closed.is_active = False
    closed.save()

    assert tell(reader, by=reader) is None
    assert tell(closed) is None
    assert not Mail.objects.exists()


def test_an_areas_news_is_for_its_members_only(person, kernow, bristol):
    lead = person("area-lead", area=kernow)

    assert tell(lead, area=bristol) is None
    assert tell(lead, area=kernow).area_slug == "kernow"


@pytest.mark.parametrize("url", ["https://evil.example/", "//evil.example/", "/\\evil.example", "evil", "/a\nb"])
def test_an_address_of_another_site_is_refused(person, url):
    with pytest.raises(AddressElsewhere):
        tell(person(), url=url)


@pytest.mark.parametrize("url", ["https://evil.example/", "//evil.example/", "/\\evil.example"])
def test_the_database_refuses_an_address_of_another_site(person, url):
    with pytest.raises(IntegrityError, match="notification_leads_into_this_site"), transaction.atomic():
        Notification.objects.create(to=person(), kind="x", title="x", url=url)


def test_outside_a_transaction_nothing_is_told(committed_db):
    from tests.conftest import make_person

    with pytest.raises(NotInTransaction):
        actions.notify(to=make_person(), kind=KINDS[Way.PAGE].key, title="Too early")


def test_a_cause_that_is_taken_back_leaves_neither_notification_nor_mail(person):
    reader = person()
    with pytest.raises(RuntimeError), transaction.atomic():
        tell(reader)
        raise RuntimeError
    assert not Notification.objects.filter(to=reader).exists()
    assert not Mail.objects.exists()


def test_each_way_does_what_it_says(person):
    reader = person()
    made = {way: tell(reader, way) for way in KINDS}

    assert {way: each.waits_for for way, each in made.items()} == {
        Way.PAGE: "",
        Way.AT_ONCE: "",
        Way.DAILY: "daily",
        Way.WEEKLY: "weekly",
    }
    assert [way for way, each in made.items() if each.mail] == [Way.AT_ONCE]


def test_a_choice_holds_from_the_next_event_and_for_what_waits(person):
    reader = person()
    waiting = tell(reader, Way.DAILY)
    actions.choose(by=reader, ways={"test-daily": Way.WEEKLY, "test-at-once": Way.NONE})
    waiting.refresh_from_db()

    assert waiting.waits_for == "weekly"
    assert tell(reader, Way.AT_ONCE) is None
    actions.choose(by=reader, ways={"test-daily": Way.PAGE})
    waiting.refresh_from_db()
    assert waiting.waits_for == ""


def test_what_has_to_be_known_can_not_be_turned_off(person):
    with pytest.raises(WayNotAllowed):
        actions.choose(by=person(), ways={MUST.key: Way.NONE})


def test_leaving_summaries_holds_for_kinds_that_come_later(person):
    reader = person()
    waiting = tell(reader, Way.WEEKLY)
    actions.leave(by=reader, kind="digest")
    waiting.refresh_from_db()
    ways = queries.ways_of(reader)

    assert waiting.waits_for == ""
    assert (ways["test-daily"], ways["test-weekly"], ways["test-at-once"]) == (Way.PAGE, Way.PAGE, Way.AT_ONCE)
    actions.choose(by=reader, ways={"test-daily": Way.DAILY})
    assert queries.ways_of(reader)["test-daily"] == Way.DAILY


def test_several_people_are_told_each_once(person):
    reader, other = person(), person()
    with transaction.atomic():
        made = actions.notify_all(to=[reader, other, reader], kind="test-page", title="New", by=other)
    assert [each.to for each in made] == [reader]


def test_an_unknown_kind_is_refused(person):
    with pytest.raises(UnknownKind, match="no-such-kind"):
        actions.notify(to=person(), kind="no-such-kind", title="x")


@pytest.mark.parametrize(
    "facts",
    [
        {"mail_words": "{name} has written."},
        {"mail_words": "{number.__class__}"},
        {"mail_words": "{0}"},
        {"mail_may_name": True},
        {"because": "a reason for nothing"},
        {"default": Way.NONE},
        {"key": "digest"},
    ],
)
def test_a_kind_that_could_say_too_much_is_refused_when_it_is_made(facts):
    with pytest.raises(ValueError, match="test-|digest"):
        NotificationKind(**{"key": "test-x", "label": "X", "describes": "X.", "mail_words": WORDS, **facts})


def test_a_key_is_registered_once():
    with pytest.raises(ValueError, match="test-page"):
        register(NotificationKind("test-page", "Other", "Other.", WORDS))


def test_one_who_has_left_the_area_sees_nothing_more_of_it(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    made = tell(client.person, area=kernow, title="The plan of Kernow")
    assert "The plan of Kernow" in client.get("/notifications/").text

    memberships.end(membership=client.person.memberships.get(), by=None)
    assert "The plan of Kernow" not in client.get("/notifications/").text
    assert client.get(made.get_absolute_url()).status_code == 404
