"""Network managers act on drafts as editors do, and see neither consents nor stories whose consent was taken back."""

import pytest
from django.urls import reverse

from knowledge.consents import actions
from knowledge.coproduction import reviewers
from knowledge.coproduction.errors import StepRefused
from knowledge.models import Method
from tests.knowledge.editing import body_fields, form_of
from tests.knowledge.making import MARK
from tests.knowledge.resources import draft
from tests.knowledge.stories import consent, published, story


@pytest.fixture
def manager(client_as, front):
    """A client signed in as a network manager."""
    return client_as("network-manager")


def test_manager_writes_a_draft_and_asks_a_reviewer(manager):
    page = draft(title="A first talk")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    manager.post(address, {**form_of(manager, address), **body_fields("Talk."), "title": "A second talk"})
    assert Method.objects.get(pk=page.pk).get_latest_revision().as_object().title == "A second talk"

    asked = {"email": "reviewer@example.org", "role": "carer"}
    manager.post(reverse("knowledge:ask", args=[page.pk]), asked)
    assert page.reviewers.get().email == "reviewer@example.org"
    shown = manager.get(reverse("knowledge:making", args=[page.pk])).content.decode()
    assert "reviewer@example.org" in shown


def test_manager_publishes_nothing_that_nobody_agreed(manager):
    page = draft(title="A first talk")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    manager.post(address, {**form_of(manager, address), **body_fields("Talk."), "action-publish": "action-publish"})

    assert not Method.objects.get(pk=page.pk).live


def test_nobody_who_edits_pages_is_asked_as_a_reviewer(manager, client_as):
    page, editor = draft(title="A first talk"), client_as("knowledge-editor").person
    with pytest.raises(StepRefused, match="somebody who edits pages"):
        reviewers.invite(page=page, email=manager.person.email, role="carer", by=editor)


def test_manager_sees_whether_a_consent_covers_a_story_and_not_the_consent(manager, client_as):
    editor, page = client_as("knowledge-editor"), story()
    consent(page, editor.person)
    shown = manager.get(reverse("knowledge:making", args=[page.pk])).content.decode()
    address = reverse("knowledge:consent", args=[page.pk])

    assert "Covers that it is shown." in shown
    assert address not in shown
    assert address in editor.get(reverse("knowledge:making", args=[page.pk])).content.decode()
    assert manager.get(address).status_code == 403
    assert "Consents to stories" not in manager.get("/cms/").content.decode()


@pytest.mark.parametrize("was_shown", [True, False])
def test_story_whose_consent_was_taken_back_is_closed_to_managers(manager, client_as, was_shown):
    editor = client_as("knowledge-editor")
    if was_shown:
        page, given = published(editor.person)
    else:
        page = story()
        given = consent(page, editor.person)
    inside = [
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
        reverse("wagtailadmin_pages:history", args=[page.pk]),
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        reverse("wagtailadmin_pages:revisions_view", args=[page.pk, page.latest_revision_id]),
        reverse("knowledge:making", args=[page.pk]),
    ]
    assert manager.get(inside[0]).status_code == 200

    actions.withdraw(consent=given, by=editor.person)
    for address in inside:
        answer = manager.get(address)
        assert answer.status_code in {302, 403, 404}, address
        assert MARK not in answer.content.decode()
    assert MARK not in manager.get(reverse("knowledge:drafts")).content.decode()
    assert manager.get(reverse("knowledge:draft", args=[page.pk])).status_code == 404
    assert editor.get(inside[0]).status_code == 200


def test_story_is_open_to_managers_before_anybody_was_asked_to_agree(manager):
    page = story()
    assert manager.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
