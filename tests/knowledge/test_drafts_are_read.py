"""The board and evaluators read drafts; nobody reads a story that its person doesn't agree to."""

import pytest
from django.urls import reverse

from knowledge.consents import actions
from tests.knowledge.making import MARK
from tests.knowledge.resources import draft
from tests.knowledge.stories import consent, story


@pytest.mark.parametrize("role", ["board-member", "evaluator"])
def test_drafts_are_read_and_not_written(client_as, front, role):
    page = draft(title="Not yet published")
    reader = client_as(role)

    address = reverse("knowledge:draft", args=[page.pk])
    assert address in reader.get(reverse("knowledge:drafts")).content.decode()
    assert "You are reading a draft." in reader.get(address).content.decode()
    assert reader.get(reverse("knowledge:making", args=[page.pk])).status_code == 403


def test_draft_of_a_story_is_read_only_while_its_person_agrees(client_as, front):
    editor, reader = client_as("knowledge-editor").person, client_as("board-member")
    page = story()
    address = reverse("knowledge:draft", args=[page.pk])
    assert reader.get(address).status_code == 404

    given = consent(page, editor)
    assert MARK in reader.get(address).content.decode()

    actions.withdraw(consent=given, by=editor)
    assert reader.get(address).status_code == 404
    assert MARK not in reader.get(reverse("knowledge:drafts")).content.decode()
