"""A resource is made together: a reviewer's private link, the accessibility check, an editor's decision, the record."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.db import ProgrammingError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import WorkflowState

from audit.models import AuditRow
from knowledge.coproduction import digests, reviewers, rules, sample
from knowledge.coproduction.errors import NotAgreed, StepRefused
from knowledge.models import Method, Reviewer, Step
from tests.knowledge.making import agree, answer, body_with, decide, invite, pass_check, publish, submit
from tests.knowledge.resources import draft


@pytest.fixture
def person(client_as, front):
    """A knowledge editor."""
    client = client_as("knowledge-editor")
    client.get("/cms/")
    return client.person


def task_of(page):
    return page.current_workflow_task_state.task.name


def test_page_goes_from_review_to_check_to_decision_to_publication(person, client):
    page = draft()
    submit(page, person)
    assert task_of(page) == "Review with lived experience"

    agree(page, person)
    assert task_of(page) == "Accessibility check"

    pass_check(page, person)
    assert task_of(page) == "Editor’s decision"

    decide(page, person)
    assert client.get("/knowledge/a-first-talk/").status_code == 200
    assert Method.objects.get(pk=page.pk).live


def test_reviewer_who_asks_for_a_change_sends_the_page_back_and_agrees_by_the_same_link(person):
    page = draft()
    submit(page, person)
    token = invite(page, person)
    answer(page, token, agrees=False, words="Say that it is free.")
    assert page.current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES

    page.summary = "How to begin. It is free."
    page.save_revision()
    page.current_workflow_state.resume(person)
    answer(page, token)

    assert task_of(page) == "Accessibility check"


def test_reviewers_who_answered_are_told_that_the_page_was_changed(person):
    page = draft()
    submit(page, person)
    answer(page, invite(page, person), agrees=False, words="Too long.")
    invite(page, person, "silent@example.org")
    mail.outbox.clear()
    page.summary = "Shorter."
    page.save_revision()

    page.current_workflow_state.resume(person)

    assert [message.to for message in mail.outbox] == [["reviewer@example.org"]]
    assert "It has been changed since you answered." in mail.outbox[0].body


def test_open_change_of_one_reviewer_holds_back_what_another_agreed(person):
    page = draft()
    submit(page, person)
    answer(page, invite(page, person, "one@example.org"), agrees=False, words="Too long.")
    agree(page, person, "two@example.org")

    found = rules.missing(page.pk, digests.of_revision(page.get_latest_revision()))

    assert rules.CHANGE_ASKED_FOR in found
    assert rules.LIVED_EXPERIENCE_MISSING not in found


def test_description_of_a_picture_is_mended_without_asking_again_but_words_are_not(person):
    picture = '[{"type": "picture", "value": {"picture": null, "alt_text": "%s", "caption": "%s"}, "id": "a"}]'
    page = draft(body=picture % ("", "A bench"))
    agree(page, person)

    page.body = picture % ('A blue \\" bench', "A bench")
    assert rules.is_done("lived_experience", page.save_revision())

    page.body = picture % ("A blue bench", "Another bench")
    assert not rules.is_done("lived_experience", page.save_revision())


def test_words_changed_after_the_check_go_back_to_the_reviewers(person):
    page = draft()
    submit(page, person)
    token = invite(page, person)
    answer(page, token)
    page.body = body_with("New words.")
    page.save_revision()

    pass_check(page, person)
    assert task_of(page) == "Review with lived experience"
    answer(page, token)
    assert task_of(page) == "Editor’s decision"


def test_published_page_can_be_saved_again_and_moved(person, front):
    page = publish(draft(), person)

    page.version = "2"
    page.save()

    assert Method.objects.get(pk=page.pk).version == "2"


def test_same_words_restored_are_agreed_still(person):
    page = publish(draft(), person)
    agreed = page.get_latest_revision()
    page.body = body_with("Other words.")
    page.save_revision()

    with pytest.raises(NotAgreed, match="Nobody with lived experience"):
        page.get_latest_revision().publish()
    agreed.publish()

    assert Method.objects.get(pk=page.pk).live


def test_page_says_who_by_role_did_what_and_no_name_without_consent(person, client):
    page = draft()
    submit(page, person)
    answer(page, invite(page, person), words="Bea Birch says yes.", name="")
    pass_check(page, person)
    decide(page, person)

    shown = client.get("/knowledge/a-first-talk/").content.decode()

    assert "Family member or carer. Agreed it, from lived experience." in shown
    assert "Knowledge editor. Checked that everybody can use it." in shown
    assert "Bea Birch" not in shown
    assert "reviewer@example.org" not in shown


def test_reviewer_who_agrees_to_be_named_is_named(person, client):
    page = draft()
    submit(page, person)
    answer(page, invite(page, person), name="Bea Birch")
    pass_check(page, person)
    decide(page, person)

    assert "Bea Birch, family member or carer" in client.get("/knowledge/a-first-talk/").content.decode()


def test_record_is_never_changed(person):
    page = draft()
    agree(page, person)

    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        Step.objects.update(outcome="change")


def test_audit_names_no_reviewer(person):
    page = draft()
    answer(page, invite(page, person), name="Bea Birch")

    words = [f"{row.object_words} {row.detail} {row.by_words}" for row in AuditRow.objects.all()]

    assert any("Family member or carer" in each for each in words)
    assert not any("Bea" in each or "reviewer@" in each for each in words)


def test_link_shows_the_draft_and_takes_the_answer_without_an_account(person, client):
    page = draft(title="Not yet published")
    token = invite(page, person)
    address = reverse("knowledge:review", args=[token])
    assert "Not yet published" in client.get(f"{address}page/").content.decode()
    form = BeautifulSoup(client.get(address).content, "html.parser").find("form", class_="ipc-form")
    revision = form.find("input", attrs={"name": "revision"})["value"]

    said = client.post(address, {"decision": "agree", "role": "person", "revision": revision})

    assert said.status_code == 302
    assert Step.objects.get(stage="lived_experience").role == "person"


def test_answer_about_older_words_is_refused_and_kept_on_the_page(person, client):
    page = draft()
    token = invite(page, person)
    older = page.get_latest_revision().pk
    page.body = body_with("New words.")
    page.save_revision()

    fields = {"decision": "agree", "role": "person", "revision": older, "words": "I like it"}
    said = client.post(reverse("knowledge:review", args=[token]), fields)

    assert said.status_code == 422
    assert "The page has changed since you opened it." in said.content.decode()
    assert "I like it" in said.content.decode()


@pytest.mark.parametrize("change", [{"withdrawn_at": timezone.now()}, {"expires_at": timezone.now()}, None])
def test_links_that_do_not_work_look_alike(person, client, change):
    token = invite(draft(), person) if change else "unknown"
    Reviewer.objects.update(**(change or {"expires_at": timezone.now()}))

    shown = client.get(reverse("knowledge:review", args=[token]))

    assert shown.status_code == 410
    assert "This link no longer works" in shown.content.decode()
    assert client.get(reverse("knowledge:review-page", args=[token])).status_code in {302, 404}


def test_link_is_kept_from_search_engines_caches_and_other_sites(person, client):
    answer_page = client.get(reverse("knowledge:review", args=[invite(draft(), person)]))

    assert "noindex" in answer_page["X-Robots-Tag"]
    assert answer_page["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer_page["Cache-Control"]


def test_only_a_digest_of_the_link_is_kept(person):
    token = invite(draft(), person)

    assert token not in str(list(Reviewer.objects.values()))


def test_mail_says_nothing_of_the_words(person):
    invite(draft(summary="About depression."), person)

    assert "depression" not in mail.outbox[-1].body + mail.outbox[-1].subject


def test_same_address_is_asked_once_at_a_time(person):
    page = draft()
    invite(page, person)

    with pytest.raises(StepRefused, match="has been asked already"):
        invite(page, person)


def test_only_a_sample_is_published_without_asking(person):
    with pytest.raises(ValueError, match="sample"):
        sample.publish(draft())

    assert sample.publish(draft(slug="a-sample", is_sample=True)).live


def test_addresses_go_180_days_after_the_link_has_ended(person):
    from knowledge.retention import KEPT_DAYS

    invite(draft(), person)
    Reviewer.objects.update(expires_at=timezone.now() - datetime.timedelta(days=KEPT_DAYS + 1))

    from data_rights import retention

    rule = next(rule for rule in retention.rules() if rule.key == "reviewers-addresses")

    assert rule.delete(rule.before()) == 1
    assert Reviewer.objects.get().email == ""


def test_reviewers_of_two_pages_stay_apart(person):
    one, two = draft(slug="one"), draft(slug="two")
    found = reviewers.find_open(invite(one, person))

    assert found.resource_id == one.pk
    with pytest.raises(StepRefused, match="has changed"):
        reviewers.decide(reviewer=found, revision_id=two.get_latest_revision().pk, agrees=True, role="carer")
