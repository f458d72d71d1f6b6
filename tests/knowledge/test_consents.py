"""A story stands on a consent: without one it isn't published, and whoever takes it back has it taken down at once."""

import datetime

import pytest
from django.core import mail
from django.db import Error, connection, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from audit.models import AuditRow
from config.today import today
from knowledge.consents import actions, links, nightly, retention, rules
from knowledge.consents.errors import ConsentRefused
from knowledge.coproduction.errors import NotAgreed
from knowledge.models import Consent, Story
from notify.models import Notification
from tests.knowledge.making import agree, decide, pass_check, publish, submit
from tests.knowledge.stories import EMAIL, consent, published, story

DAY = datetime.timedelta(days=1)


@pytest.fixture
def person(client_as, front):
    """A knowledge editor."""
    client = client_as("knowledge-editor")
    client.get("/cms/")
    return client.person


def at_the_end():
    """What the database looks at when a transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def test_story_without_consent_is_not_published_though_all_else_is_done(person):
    page = story()
    submit(page, person)
    agree(page, person)
    pass_check(page, person)

    with pytest.raises(NotAgreed, match="No consent of the person"):
        decide(page, person)


def test_story_with_consent_is_published(person, client):
    page, _ = published(person)

    assert client.get("/knowledge/a-story/").status_code == 200
    assert Story.objects.get(pk=page.pk).live


@pytest.mark.parametrize("facts", [{"scopes": ["print", "press"]}, {"given_on": "old"}])
def test_consent_that_does_not_cover_the_page_or_is_over_publishes_nothing(person, facts):
    page = story()
    given = consent(page, person, **({"scopes": facts["scopes"]} if "scopes" in facts else {}))
    if "given_on" in facts:
        actions.withdraw(consent=given, by=person)

    assert rules.missing(page.pk) == [rules.NOTHING]


def test_consent_for_people_who_sign_in_closes_the_page_to_others(person, client, client_as):
    page = story()
    consent(page, person, scopes=["network"])
    publish(page, person)

    assert client.get("/knowledge/a-story/").status_code == 302
    assert client_as("network-manager").get("/knowledge/a-story/").status_code == 200
    assert "Quaggaword" not in client.get("/knowledge/").content.decode()


def test_door_follows_the_consents_there_and_back_and_editors_do_not_move_it(person, client):
    page = story()
    consent(page, person, scopes=["network"])
    publish(page, person)
    everybody = consent(page, person)
    assert client.get("/knowledge/a-story/").status_code == 200

    assert actions.withdraw(consent=everybody, by=person) is False

    assert client.get("/knowledge/a-story/").status_code == 302
    assert Story.objects.get(pk=page.pk).live
    assert not page.permissions_for_user(person).can_set_view_restrictions()


def test_the_database_refuses_to_open_such_a_story_to_everybody(person):
    page = story()
    consent(page, person, scopes=["network"])
    publish(page, person)

    with pytest.raises(Error, match="no consent covers"), transaction.atomic():
        PageViewRestriction.objects.all().delete()
        at_the_end()


def test_the_database_refuses_a_live_story_without_consent_and_an_end_that_leaves_it_up(person):
    page, given = published(person)

    for sql in ("UPDATE knowledge_consent SET withdrawn_at = now()", "DELETE FROM knowledge_consent"):
        with pytest.raises(Error, match="no consent covers"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
            at_the_end()
    actions.withdraw(consent=given, by=person)
    with pytest.raises(Error, match="no consent covers"), transaction.atomic():
        Page.objects.filter(pk=page.pk).update(live=True)
        at_the_end()


def test_what_was_agreed_is_never_changed_and_what_was_taken_back_stays_so(person):
    _, given = published(person)
    actions.withdraw(consent=given, by=person)

    for change in ({"scopes": ["press"]}, {"ends_on": today() + 900 * DAY}, {"withdrawn_at": None}):
        with pytest.raises(Error, match="Cannot update"), transaction.atomic():
            Consent.objects.update(**change)


def test_no_revision_of_a_story_that_was_taken_down_can_be_published(person):
    page, given = published(person)
    actions.withdraw(consent=given, by=person)

    for revision in Story.objects.get(pk=page.pk).revisions.all():
        with pytest.raises(NotAgreed, match="No consent"):
            revision.publish()


def test_another_consent_keeps_the_story_and_a_new_one_lets_it_come_back(person, client):
    page, given = published(person)
    second = consent(page, person)

    assert actions.withdraw(consent=given, by=person) is False
    assert client.get("/knowledge/a-story/").status_code == 200
    assert actions.withdraw(consent=second, by=person) is True
    assert client.get("/knowledge/a-story/").status_code == 410

    consent(page, person)
    Story.objects.get(pk=page.pk).get_latest_revision().publish()
    assert client.get("/knowledge/a-story/").status_code == 200


@pytest.mark.parametrize(
    ("given_on", "ends_on", "field"),
    [(DAY, 9 * DAY, "given_on"), (-9 * DAY, 0 * DAY, "ends_on"), (-DAY, 6 * 366 * DAY, "ends_on")],
)
def test_dates_that_cannot_be_are_refused(person, given_on, ends_on, field):
    with pytest.raises(ConsentRefused) as refused:
        consent(story(), person, given_on=today() + given_on, ends_on=today() + ends_on)

    assert refused.value.field == field


def test_night_tells_of_consents_that_end_within_30_days_once_and_takes_down_those_that_have_ended(
    person, client, settings
):
    page = story()
    consent(page, person, ends_on=today() + 30 * DAY)
    publish(page, person)
    mail.outbox.clear()

    assert (nightly.keep(), nightly.keep()) == (nightly.Kept(0, 1), nightly.Kept(0, 0))
    assert [message.to for message in mail.outbox if message.to == [EMAIL]] == [[EMAIL]]
    assert "If you do nothing, the story is taken down" in mail.outbox[0].body
    settings.IPC_TODAY = today() + 29 * DAY
    assert nightly.keep().ended == 0
    settings.IPC_TODAY += DAY
    assert nightly.keep().ended == 1
    assert client.get("/knowledge/a-story/").status_code == 410
    titles = set(Notification.objects.filter(to=person).values_list("title", flat=True))
    assert {f"Consent ends soon: {page.title}", f"Consent has ended: {page.title}"} <= titles


def test_person_takes_the_story_down_by_their_own_link_and_the_editors_hear_of_it(person, client):
    page, given = published(person)
    link = links.link(given)
    assert link in mail.outbox[0].body
    address = reverse("knowledge:my-story", args=[links.token(given)])
    assert "Take my story down" in client.get(address).content.decode()

    assert client.post(address, {"why": "I have moved on."}).status_code == 302

    assert "Your story has been taken down." in client.get(address).content.decode()
    assert client.get("/knowledge/a-story/").status_code == 410
    told = Notification.objects.get(to=person, kind="story-consent")
    assert "moved on" not in told.title + told.body
    row = AuditRow.objects.get(action="consent.withdraw")
    assert "moved on" not in f"{row.detail} {row.object_words}"


def test_links_of_others_and_made_up_ones_open_nothing(person, client):
    _, given = published(person)
    other, _ = links.token(given), published(person, slug="other")

    forged = f"{given.pk + 1}{other[other.index('-') :]}"

    for token in (forged, "1-x", "nothing"):
        answer = client.post(reverse("knowledge:my-story", args=[token]), {"why": ""})
        assert answer.status_code == 410
    assert Story.objects.filter(live=True).count() == 2


def test_area_lead_sees_the_consents_of_their_own_area_only(person, client_as, kernow, bristol):
    page, given = published(person, owner_area=kernow)
    lead, other = client_as("area-lead", area=kernow), client_as("area-lead", area=bristol)
    back = reverse("knowledge:consent-take-back", args=[page.pk, given.pk])

    assert EMAIL not in lead.get(reverse("knowledge:stories")).content.decode()
    assert "Signed" in lead.get(reverse("knowledge:consent", args=[page.pk])).content.decode().replace(
        "signed", "Signed"
    )
    assert AuditRow.objects.filter(action="consent.read", by_id=lead.person.pk).exists()
    assert other.get(reverse("knowledge:consent", args=[page.pk])).status_code == 404
    assert page.title not in other.get(reverse("knowledge:stories")).content.decode()
    assert other.post(back, {"why": ""}).status_code == 404
    assert lead.post(back, {"why": ""}).status_code == 302
    assert not Story.objects.get(pk=page.pk).live


def test_editor_writes_a_consent_down_and_errors_keep_what_was_typed(client_as, front):
    client = client_as("knowledge-editor")
    page = story()
    address = reverse("knowledge:consent-add", args=[page.pk])
    end = today() + 90 * DAY
    fields = {"given_by": "parent", "how": "easy_read", "scopes": ["website", "print"]}
    fields |= {
        "given_on-day": str(today().day),
        "given_on-month": str(today().month),
        "given_on-year": str(today().year),
    }
    fields |= {"ends_on-day": str(end.day), "ends_on-month": str(end.month), "ends_on-year": "1999"}

    wrong = client.post(address, fields)
    assert wrong.status_code == 422
    assert "The consent has to end on a day that is still to come." in wrong.content.decode()
    assert client.post(address, {**fields, "ends_on-year": str(end.year)}).status_code == 302

    kept = Consent.objects.get()
    assert (kept.scopes, kept.given_by, kept.ends_on) == (["website", "print"], "parent", end)


def test_addresses_and_reasons_go_30_days_and_stories_a_year_after_the_end(person):
    page, given = published(person)
    actions.withdraw(consent=given, why="Enough.", by=person)
    ago = timezone.now() - 29 * DAY

    assert retention.addresses(ago).count() == 0
    assert retention.addresses(timezone.now()).update(email="", withdrawn_why="") == 1
    assert retention.delete_stories(timezone.now()) == 1
    assert not Page.objects.filter(pk=page.pk).exists()
    assert not Consent.objects.exists()
