"""Easy Read is checked: short sentences, a picture with each idea, hard words explained."""

from types import SimpleNamespace

import pytest

from knowledge.accessibility import checking, explanations
from knowledge.accessibility.easy_read_rules import all_findings
from knowledge.coproduction import steps
from knowledge.coproduction.errors import StepRefused
from knowledge.easy_read_blocks import Ideas
from tests.knowledge.resources import draft
from tests.knowledge.versions import easy_read, idea

FIFTEEN = "One two three four five six seven eight nine ten one two three four five"
LONG = "A sentence of the Easy Read version has 16 words."
NO_PICTURE = "An idea has no picture."
HARD = "A hard word is not explained."


def page(*parts, title="Talk first"):
    """What the rules read of a version, without a database."""
    ideas = Ideas().to_python([{"type": kind, "value": value} for kind, value in parts])
    return SimpleNamespace(title=title, ideas=ideas)


def found_in(*parts, title="Talk first"):
    return [(finding.what, finding.where) for finding in all_findings(page(*parts, title=title))]


def hard_word(word, means="It means this."):
    return "hard_word", {"word": word, "means": means}


def test_version_without_faults_has_no_findings():
    assert (
        found_in(("heading", "Your plan"), idea("Talk with people you know.\nWrite it down."), idea("Call us.")) == []
    )


def test_sentence_of_fifteen_words_is_right_and_one_of_sixteen_is_not():
    assert found_in(idea(f"{FIFTEEN}.")) == []
    assert found_in(idea(f"{FIFTEEN} six.")) == [(LONG, "One two three four five six seven eight nine ten one two …")]


@pytest.mark.parametrize(
    "part", [("heading", f"{FIFTEEN} six"), hard_word("bench", f"{FIFTEEN} six.")], ids=["heading", "meaning"]
)
def test_headings_and_meanings_are_short_too(part):
    assert LONG in [what for what, _ in found_in(idea("Talk."), part)]


def test_each_line_is_a_sentence_of_its_own():
    assert found_in(idea(f"{FIFTEEN}\n{FIFTEEN}")) == []


def test_idea_without_a_picture_is_found():
    assert found_in(idea("Talk.", drawing=""), idea("Plan.")) == [(NO_PICTURE, "Talk.")]


def test_version_without_an_idea_is_found():
    assert found_in(("heading", "Plans")) == [("There is no idea on the page.", "")]


@pytest.mark.parametrize("word", ["commissioners", "multidisciplinary", "CCG", "responsibility", "co-production"])
def test_hard_word_is_found_unless_the_page_says_what_it_means(word):
    assert found_in(idea(f"Ask the {word}.")) == [(HARD, word)]
    assert found_in(idea(f"Ask the {word}."), hard_word(word)) == []


def test_word_is_explained_in_all_its_forms_and_found_once():
    assert found_in(idea("Two assessments."), idea("You are assessed."), hard_word("Assessment")) == [
        (HARD, "assessed")
    ]
    assert found_in(idea("Ask a broker."), idea("Brokers help.")) == [(HARD, "broker")]


@pytest.mark.parametrize("word", ["NHS", "GP", "information", "television", "hospital", "everybody’s"])
def test_everyday_word_needs_no_explanation(word):
    assert found_in(idea(f"Ask the {word}.")) == []


def test_check_holds_an_easy_read_version_up_until_it_is_mended_or_explained(front, person):
    editor = person("knowledge-editor")
    version = easy_read(draft(), editor, "Ask the broker.")
    found = checking.findings(version, version.get_latest_revision())
    assert [(finding.rule_name, finding.where) for finding in found] == [("Easy Read", "broker")]
    with pytest.raises(StepRefused, match="Mend or explain"):
        steps.check_passed(page=version, by=editor)

    explanations.explain(page=version, finding=found[0].key, why="It is her name.", by=editor)

    assert steps.check_passed(page=version, by=editor)


def test_rules_of_easy_read_are_not_asked_of_the_full_page(front):
    whole = draft(summary="Ask the broker.")

    assert checking.findings(whole, whole.get_latest_revision()) == []
