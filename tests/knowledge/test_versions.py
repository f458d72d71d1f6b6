"""Easy Read versions and translations: agreed by themselves, shown with their resource, flagged when it moves on."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from knowledge.coproduction import rules
from knowledge.coproduction.errors import NotAgreed, StepRefused
from knowledge.models import EasyRead, KnowledgeIndex, Method, Resource, Translation
from knowledge.versions import actions, states
from notify.models import Notification
from tests.knowledge.making import agree, body_with, pass_check, publish
from tests.knowledge.resources import draft, index
from tests.knowledge.versions import easy_read, polish

AT = "/knowledge/a-first-talk/"
EASY = f"{AT}easy-read/"
NOT_THERE = 302  # signed out, an address that isn't there looks like one that asks to sign in


@pytest.fixture
def person(client_as, front):
    """A knowledge editor."""
    client = client_as("knowledge-editor")
    client.get("/cms/")
    return client.person


@pytest.fixture
def page(person):
    """A published resource."""
    return publish(draft(), person)


def parts(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser").find("main")


def make_ready(version, person, email):
    """Agreed and checked, but for an editor's decision."""
    agree(version, person, email)
    pass_check(version, person)


def change(page, person, words="New words.", email="new@example.org"):
    """The resource is published with other words."""
    page = Method.objects.get(pk=page.pk)
    page.body = body_with(words)
    page.save_revision()
    publish(page, person, email)


def test_reader_switches_between_the_full_page_and_easy_read(page, person, client):
    publish(easy_read(page, person, "Talk first."), person)

    assert parts(client, AT).find("a", string="Read this page in Easy Read")["href"] == EASY
    easy = parts(client, EASY)
    assert easy.find("a", string="Read the full page")["href"] == AT
    item = easy.find("ul", class_="ipc-easy-read").find("li")
    assert item.find("svg") and item.get_text(strip=True) == "Talk first."


def test_version_is_not_shown_before_somebody_agreed_it(page, person, client):
    easy_read(page, person, "Talk first.")

    assert client.get(EASY).status_code == NOT_THERE
    assert parts(client, AT).find("a", string="Read this page in Easy Read") is None


def test_version_is_listed_nowhere_beside_its_resource(page, person, client):
    publish(easy_read(page, person, "Talk first."), person)

    links = [link["href"] for link in parts(client, "/knowledge/").find_all("a", href=True)]
    assert [link for link in links if link.startswith(AT)] == [AT]
    assert list(Resource.objects.values_list("pk", flat=True)) == [page.pk]


def test_version_waits_for_its_resource_and_is_published_together_with_it(person):
    page = draft()
    version = easy_read(page, person, "Talk first.")
    make_ready(version, person, "one@example.org")
    revision = version.get_latest_revision()
    assert rules.missing_before_decision(revision) == [rules.RESOURCE_MISSING]
    with pytest.raises(NotAgreed, match="version of is not published"):
        revision.publish()

    publish(page, person)

    assert EasyRead.objects.get().live
    assert states.of_resource(page)[0].status == "published"


def test_new_words_of_both_are_published_together(page, person, client):
    version = publish(easy_read(page, person, "Talk first."), person)
    version.ideas = [("idea", {"sentences": "Listen too.", "drawing": "people", "picture": None, "alt_text": ""})]
    version.save_revision()
    make_ready(version, person, "two@example.org")
    assert states.of_resource(page)[0].status == "agreed"

    change(page, person)

    easy = parts(client, EASY)
    assert "Listen too." in easy.get_text() and "is older" not in easy.get_text()


def test_version_that_went_with_its_resource_comes_back_with_it(page, person, client):
    publish(easy_read(page, person, "Talk first."), person)
    Page.objects.filter(pk=page.pk).update(live=False)

    change(page, person)

    assert client.get(EASY).status_code == 200


def test_version_that_an_editor_took_off_does_not_come_back_by_itself(page, person, client):
    publish(easy_read(page, person, "Talk first."), person).unpublish()

    change(page, person)

    assert client.get(EASY).status_code == NOT_THERE


def test_version_that_is_left_behind_says_so_and_its_author_is_told_once(
    page, person, client, django_capture_on_commit_callbacks
):
    publish(easy_read(page, person, "Talk first."), person)
    other = publish(polish(page, person), person)
    assert "is older" not in parts(client, EASY).get_text()

    with django_capture_on_commit_callbacks(execute=True):
        change(page, person)
        change(page, person, "Newer words.", "newer@example.org")

    assert "The full page has changed. This Easy Read page is older." in parts(client, EASY).get_text()
    assert "This translation is older." in parts(client, f"{AT}pl/").get_text()
    told = Notification.objects.filter(kind="knowledge-version-behind", title=f"Behind its page: {other.title}")
    assert told.get().to == person
    assert states.of_resource(page)[0].status == "behind"


def test_editor_says_that_a_version_still_says_the_same(page, person, client, editor):
    version = publish(easy_read(page, person, "Talk first."), person)
    change(page, person)

    answer = editor.post(f"/knowledge/making/{version.pk}/same/", follow=True)

    assert "says the same as the page" in answer.content.decode()
    assert "is older" not in parts(client, EASY).get_text()


def test_change_beside_the_words_leaves_no_version_behind(page, person, client):
    publish(easy_read(page, person, "Talk first."), person)
    page = Method.objects.get(pk=page.pk)
    page.version = "2"
    page.save_revision().publish()

    assert "is older" not in parts(client, EASY).get_text()


@pytest.mark.parametrize(
    "take_off",
    [
        lambda page: page.unpublish(),
        lambda page: Page.objects.filter(pk=page.pk).update(live=False),
        lambda page: page.delete(),
    ],
)
def test_versions_leave_the_site_with_their_resource_at_once(page, person, client, take_off):
    publish(easy_read(page, person, "Talk first."), person)
    publish(polish(page, person), person)

    take_off(Method.objects.get(pk=page.pk))

    assert not EasyRead.objects.live().exists() and not Translation.objects.live().exists()
    assert [client.get(address).status_code for address in (EASY, f"{AT}pl/")] == [NOT_THERE] * 2
    connection.check_constraints()


def test_version_of_a_page_that_is_kept_for_some_is_kept_for_them_too(page, person, client):
    from wagtail.models import PageViewRestriction

    publish(easy_read(page, person, "Talk first."), person)
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)

    assert client.get(EASY).status_code == 302


def test_translation_says_its_language_and_leads_to_the_others(page, person, client):
    publish(polish(page, person), person)
    publish(polish(page, person, "الحديث الأول", "ur"), person)

    link = parts(client, AT).find("a", hreflang="ur")
    assert (link["lang"], link["dir"], link.get_text()) == ("ur", "rtl", "اردو")
    main = parts(client, f"{AT}ur/")
    heading, text = main.find("h1"), main.find(attrs={"data-check": "text"})
    assert [(each["lang"], each["dir"]) for each in (heading, text)] == [("ur", "rtl")] * 2
    languages = [each.get_text() for each in main.find_all("a", hreflang=True)]
    assert languages == ["English", "Polski"]
    head = BeautifulSoup(client.get(AT).content, "html.parser").head
    others = {each["hreflang"]: each["href"] for each in head.find_all("link", hreflang=True)}
    assert others == {code: f"http://localhost:8000{AT}{code}/" for code in ("pl", "ur")}


def test_translation_is_the_same_page_in_another_language_to_wagtail(page, person):
    made = polish(page, person)

    assert (made.translation_key, made.locale.language_code) == (page.translation_key, "pl")
    assert Page.objects.get(pk=made.pk).get_translation(page.locale).pk == page.pk


def test_translation_begins_with_the_words_of_the_page(page, person):
    made = actions.start(page=page, version="cy", by=person)

    assert (made.title, made.summary, made.body.raw_data[0]["type"]) == ("A first talk", "How to begin.", "text")


def test_check_takes_a_translation_for_what_it_is(page, person):
    from knowledge.accessibility import checking

    made = polish(page, person)

    assert checking.findings(made, made.get_latest_revision()) == []


@pytest.mark.parametrize("version", ["easy-read", "pl"])
def test_same_version_is_not_begun_twice(page, person, version):
    actions.start(page=page, version=version, by=person)

    with pytest.raises(StepRefused, match="such a version"):
        actions.start(page=page, version=version, by=person)


def test_version_stands_below_a_resource_and_nowhere_else(page, person):
    with pytest.raises(StepRefused, match="stands below its resource"), transaction.atomic():
        index().add_child(instance=EasyRead(title="Alone", summary="Alone."))
    with pytest.raises(StepRefused, match="from the page itself"):
        actions.start(page=easy_read(page, person, "A."), version="pl", by=person)
    assert EasyRead not in KnowledgeIndex.creatable_subpage_models()
    assert EasyRead not in Method.creatable_subpage_models()


def test_copy_of_a_resource_has_versions_of_its_own(page, person):
    publish(easy_read(page, person, "Talk first."), person)
    publish(polish(page, person), person)

    copy = Method.objects.get(pk=page.pk).copy(recursive=True, update_attrs={"slug": "copy"}, keep_live=False)

    of_copy = Resource.with_versions.filter(version_of_id=copy.pk)
    assert sorted(of_copy.values_list("slug", "live")) == [("easy-read", False), ("pl", False)]
    assert Translation.objects.get(version_of_id=copy.pk).translation_key == copy.translation_key


def test_reviewer_reads_the_easy_read_version_by_their_link(page, person, client):
    from tests.knowledge.making import invite

    token = invite(easy_read(page, person, "Talk first."), person, "e@example.org")

    shown = client.get(f"/knowledge/review/{token}/page/")

    assert "Talk first." in shown.content.decode()
    assert "A first talk: Easy Read" in mail.outbox[-1].body


def test_editor_begins_a_version_and_is_led_to_where_it_is_written(page, editor):
    address = f"/knowledge/making/{page.pk}/versions/"

    assert editor.post(address, {"version": ""}).status_code == 422
    answer = editor.post(address, {"version": "ur"})

    made = Translation.objects.get()
    assert answer["Location"] == f"/cms/pages/{made.pk}/edit/"
    assert editor.get(answer["Location"]).status_code == 200
    offered = [option["value"] for option in parts(editor, address).find_all("option")]
    assert "easy-read" in offered and "pl" in offered and "ur" not in offered
    assert parts(editor, f"/knowledge/making/{page.pk}/").find("a", string="Translation into Urdu")


def test_editor_of_easy_read_sees_ideas_and_hard_words(page, person, editor):
    version = easy_read(page, person, "Talk first.")

    form = BeautifulSoup(editor.get(f"/cms/pages/{version.pk}/edit/").content, "html.parser")

    assert "Short sentences" in str(form) and "What it means" in str(form)
    assert form.find(attrs={"data-how-it-is-made": True})


def test_page_asks_as_often_for_one_version_as_for_three(page, person, client):
    publish(easy_read(page, person, "Talk first."), person)
    client.get(AT)  # what a process asks once
    with CaptureQueriesContext(connection) as with_one:
        client.get(AT)
    publish(polish(page, person), person)
    publish(polish(page, person, "الحديث", "ar"), person)
    client.get(AT)  # what a process asks once
    with CaptureQueriesContext(connection) as with_three:
        client.get(AT)

    assert len(with_three) == len(with_one)
