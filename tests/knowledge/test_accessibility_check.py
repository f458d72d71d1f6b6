"""The accessibility check finds what hinders readers, and each finding is mended or explained."""

import json

import pytest

from knowledge.accessibility import checking, explanations, page_rules, reading
from knowledge.coproduction import steps
from knowledge.coproduction.errors import StepRefused
from tests.knowledge.resources import draft


def found_in(main, language="en-gb"):
    html = f'<html lang="en-gb"><body><nav><a href="/x">here</a></nav><main>{main}</main></body></html>'
    return [(finding.rule, finding.what) for finding in page_rules.all_findings(html, language)]


def test_page_without_faults_has_no_findings():
    assert found_in('<h1>A</h1><h2>B</h2><p>Short words.</p><img src="a" alt="A bench"><a href="/b">Plans</a>') == []


@pytest.mark.parametrize(
    ("main", "rule", "what"),
    [
        ("<p>No heading.</p>", "headings", "The page has not exactly one main heading."),
        ("<h1>A</h1><h1>B</h1>", "headings", "The page has not exactly one main heading."),
        ("<h1>A</h1><h3>B</h3>", "headings", "A heading of level 3 follows one of level 1."),
        ("<h1>A</h1><h2> </h2>", "headings", "A heading is empty."),
        ('<h1>A</h1><img src="a" alt="">', "pictures", "A picture has no description."),
        ('<h1>A</h1><img src="a">', "pictures", "A picture has no description."),
        ('<h1>A</h1><img src="a" alt="IMG_1234.jpg">', "pictures", "A picture is described by the name of its file."),
        ('<h1>A</h1><a href="/a">Click here</a>', "links", "A link doesn't say where it leads."),
        ('<h1>A</h1><a href="/a"></a>', "links", "A link has no words."),
        ('<h1>A</h1><a href="/a">https://a.example</a>', "links", "A link shows an address in place of words."),
        (
            '<h1>A</h1><a href="/a">Plans</a><a href="/b">plans</a>',
            "links",
            "2 links with the same words lead to different pages.",
        ),
        ("<h1>A</h1><p>" + "word " * 26 + ".</p>", "reading", "A sentence has 26 words."),
    ],
)
def test_fault_is_found_once(main, rule, what):
    assert (rule, what) in found_in(main)


def test_page_in_another_language_than_it_says_is_found():
    assert ("language", "The page says that its language is “en-gb”, and it is written in “cy”.") in found_in(
        "<h1>A</h1>", language="cy"
    )


def test_words_of_another_language_are_found():
    french = "Nous vous invitons avec joie chez notre voisine pour parler de vos besoins. " * 5
    assert "language" in [rule for rule, _ in found_in(f"<h1>A</h1><p>{french}</p>")]


def test_reading_age_by_hand():
    """Ten sentences of four one-syllable words: 0.39 * 4 + 11.8 * 1 - 15.59 is below 0, so age 5."""
    assert reading.of("The cat sat down. " * 10).age == 5.0
    # Three sentences of ten words, 20 syllables each: 0.39 * 10 + 11.8 * 2 - 15.59 = 11.91 years of school; 16.9.
    sentence = "Many nurses visit people living over seven hundred meters away. "
    assert sum(reading.syllables(word) for word in sentence.strip(" .").split()) == 20
    assert reading.of(sentence * 3).age == 16.9


def test_text_of_a_few_words_has_no_reading_age():
    assert reading.of("Commissioning organisations collaborate.").age is None


@pytest.fixture
def page(front):
    """A draft whose picture nobody has described."""
    return draft(summary="See [here].", body=json.dumps([{"type": "text", "value": '<p><a href="/a">here</a></p>'}]))


def test_finding_is_explained_by_a_person_and_the_check_then_passes(page, person):
    editor = person("knowledge-editor")
    found = checking.findings(page, page.get_latest_revision())
    assert [finding.what for finding in found] == ["A link doesn't say where it leads."]
    with pytest.raises(StepRefused, match="Mend or explain"):
        steps.check_passed(page=page, by=editor)

    explanations.explain(page=page, finding=found[0].key, why="It is the name of a shop.", by=editor)

    assert steps.check_passed(page=page, by=editor).stage == "accessibility"


def test_finding_that_is_mended_is_gone(page, person):
    page.body = json.dumps([{"type": "text", "value": '<p><a href="/a">Plans</a></p>'}])

    assert checking.findings(page, page.save_revision()) == []


def test_explanation_does_not_count_for_another_finding(page, person):
    editor = person("knowledge-editor")
    found = checking.findings(page, page.get_latest_revision())
    explanations.explain(page=page, finding=found[0].key, why="A shop.", by=editor)
    page.body = json.dumps([{"type": "text", "value": '<p><a href="/b">here</a></p>'}])

    assert [finding.explanation for finding in checking.findings(page, page.save_revision())] == [""]


def test_explanation_without_a_reason_is_refused(page, person):
    with pytest.raises(StepRefused, match="Say why"):
        explanations.explain(page=page, finding="x", why=" ", by=person("knowledge-editor"))
