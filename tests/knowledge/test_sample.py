"""The demo's sample resources: all kinds, labelled, readable, and made once."""

import re

import pytest

from knowledge.accessibility import checking
from knowledge.models import KINDS, LearningPage, Resource
from knowledge.sample import body, making, texts


@pytest.fixture
def samples(front):
    making.make()
    return list(Resource.objects.filter(is_sample=True).specific())


def test_samples_are_of_every_kind_group_and_component_and_say_that_they_are_samples(samples):
    assert {type(page) for page in samples} == set(KINDS)
    assert {key for page in samples for key in page.groups} == {
        "children_complex_needs", "multiple_ltc", "learning_disability", "mental_health"
    }  # fmt: skip
    assert len({key for page in samples for key in page.components}) == 10
    assert len({page.area_of_origin_id for page in samples}) >= 10
    assert all(page.live and page.title.startswith("Sample: ") for page in samples)


def test_sample_stories_say_that_they_are_composed(samples, client):
    shown = client.get("/knowledge/in-peoples-words/the-nights/").content.decode()

    assert "This is a sample." in shown
    assert "The person who tells it is not a real person." in shown


def test_the_check_finds_nothing_on_any_sample(samples):
    found = {
        page.slug: [f"{finding.what} {finding.where}" for finding in checking.findings(page, page.latest_revision)]
        for page in samples
    }

    assert {slug: each for slug, each in found.items() if each} == {}


def test_every_cohort_has_a_learning_page_with_all_its_steps(samples):
    pages = LearningPage.objects.all()

    assert {page.cohort.number for page in pages} == {1, 2, 3, 4, 5}
    assert {page.cohort.number: page.learning_steps.count() for page in pages} == {1: 4, 2: 4, 3: 4, 4: 3, 5: 4}


def test_made_again_nothing_changes(samples, django_assert_max_num_queries):
    before = list(Resource.objects.order_by("pk").values_list("pk", "title", "last_published_at"))

    with django_assert_max_num_queries(14):
        making.make()

    assert list(Resource.objects.order_by("pk").values_list("pk", "title", "last_published_at")) == before


def test_lines_become_the_blocks_that_their_signs_say():
    found = body.blocks("## Before\nText & more\non two lines.\n- one\n- two\n\n1. first\n\n> apart\n\n+ do\n\nx don't")

    assert [block["type"] for block in found] == ["text", "inset_text", "do", "dont"]
    assert found[0]["value"] == (
        "<h2>Before</h2><p>Text &amp; more on two lines.</p><ul><li>one</li><li>two</li></ul><ol><li>first</li></ol>"
    )
    assert [item["value"] for item in found[3]["value"]["dont"]] == ["don&#x27;t"]


def test_what_follows_a_heading_at_once_is_what_its_sign_says():
    found = body.blocks("## The first month\n+ Pay on time.\n+ Talk.")

    assert [block["type"] for block in found] == ["text", "do"]
    assert found[0]["value"] == "<h2>The first month</h2>"
    assert [item["value"] for item in found[1]["value"]["do"]] == ["Pay on time.", "Talk."]


def test_facts_and_questions():
    found = body.blocks("| What: This: that\n| When: Now\n\n? Why?\nBecause.")

    assert [(row["value"]["key"], row["value"]["value"]) for row in found[0]["value"]["rows"]] == [
        ("What", "<p>This: that</p>"), ("When", "<p>Now</p>")
    ]  # fmt: skip
    assert found[1]["value"] == {"title": "Why?", "body": [{"type": "richtext", "value": "<p>Because.</p>"}]}


def test_no_text_uses_an_unknown_fact():
    for text in texts.read_all():
        assert re.fullmatch(r"[a-z0-9-]+", text.slug)
        assert text.made_by
        assert text.published < text.review
