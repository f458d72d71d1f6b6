import pytest
from django.urls import reverse

from peer_network.checks import lists
from peer_network.models import PhraseEdition

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, moderator):
    client.force_login(moderator, backend="accounts.backends.ActiveModelBackend")
    return client


def test_the_lists_are_narrowed_by_list_and_words(page):
    answer = page.get(reverse("peers:words"), {"list": "groups", "words": "paracetamol"})
    assert "pills: " in answer.text
    assert "1 line" in answer.text


def test_a_text_is_tried_and_nothing_is_kept(page):
    answer = page.post(reverse("peers:words-try"), {"text": "I want to die", "standing": "known"})
    assert "help would be shown at once" in answer.text
    assert "You matter" in answer.text
    answer = page.post(reverse("peers:words-try"), {"text": "Ring 07700 900123", "standing": "known"})
    assert "it would wait for a moderator" in answer.text
    answer = page.post(reverse("peers:words-try"), {"text": "Tea at ten", "standing": "new"})
    assert "Nothing was found" in answer.text


def test_a_text_that_is_tried_shows_which_lines_it_meets_and_what_its_hints_come_to(page):
    answer = page.post(reverse("peers:words-try"), {"text": "I am exhausted", "standing": "known"})
    assert "Hints come to 1 point." in answer.text
    assert "worn out: " in answer.text
    assert "+1" in answer.text
    assert "Nothing was found" in answer.text


def test_a_hint_keeps_its_family_and_points(page):
    facts = {"list": "crisis_hints", "name": "low", "points": "3", "pattern": "grumble pot", "is_active": "on"}
    assert page.post(reverse("peers:words-new"), {**facts, "points": "9", "why": "Missed"}).status_code == 422
    assert page.post(reverse("peers:words-new"), {**facts, "why": "Missed"}).status_code == 302
    kept = PhraseEdition.objects.get()
    changed = {"name": "low", "points": "-2", "pattern": "grumble pot", "is_active": "on", "why": "Less"}
    assert page.post(reverse("peers:words-line", args=[kept.key]), changed).status_code == 302
    assert (lists.line(kept.key).name, lists.line(kept.key).points) == ("low", -2)


def test_a_line_is_added_and_changed_with_a_reason(page, moderator):
    facts = {"list": "unkind", "pattern": "grumble  pot", "unless": "tea\ncake", "is_active": "on", "why": "Missed"}
    assert page.post(reverse("peers:words-new"), facts).status_code == 302
    kept = PhraseEdition.objects.get()
    assert (kept.pattern, kept.unless, kept.by) == ("grumble pot", "tea;cake", moderator)
    shown = page.get(reverse("peers:words-line", args=[kept.key])).text
    assert "How it was changed" in shown
    assert page.post(reverse("peers:words-line", args=[kept.key]), {"pattern": "x y", "why": "Off"}).status_code == 302
    assert not lists.line(kept.key).is_active


def test_a_line_that_is_too_wide_can_be_kept_anyway(page):
    facts = {"list": "crisis_oblique", "pattern": "budget", "is_active": "on", "why": "To try"}
    answer = page.post(reverse("peers:words-new"), facts)
    assert answer.status_code == 422
    assert "met by ordinary words" in answer.text
    assert page.post(reverse("peers:words-new"), {**facts, "anyway": "on"}).status_code == 302


def test_a_fault_stands_at_its_field_and_the_text_stays(page):
    facts = {"list": "unkind", "pattern": "grumble", "unless": "(tea", "is_active": "on", "why": "Missed"}
    answer = page.post(reverse("peers:words-new"), facts)
    assert answer.status_code == 422
    assert "not closed" in answer.text
    assert "(tea" in answer.text
