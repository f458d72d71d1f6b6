"""What people type, as PostgreSQL reads it."""

import pytest
from django.contrib.postgres.search import SearchVector
from django.db.models import Value

from find import highlights
from find.highlights import END, START
from find.words import Words
from tenants.models import Network


def matches(text: str, typed: str) -> bool:
    """Whether PostgreSQL finds what was typed in the text, by stems or as written."""
    Network.objects.get_or_create(pk=1, defaults={"name": "A network", "short_name": "Network"})
    vector = SearchVector(Value(text), config="english") + SearchVector(Value(text), config="simple")
    return Network.objects.annotate(v=vector).filter(v=Words.typed(typed).query).exists()


@pytest.mark.parametrize(
    ("text", "typed", "is_found"),
    [
        ("Personal health budgets", "budget", True),  # by its stem
        ("NHS Kernow", "kern", True),  # by its beginning
        ("NHS Kernow", "now", False),  # but not by its end
        ("Support for carers", "of carers", True),  # words that stand everywhere don't count
        ("Support for carers", "carers budget", False),  # all the words have to be there
        ("A budget for health", '"health budget"', False),  # in quotation marks: one after the other
        ("A health budget", '"health budget"', True),
        ("A health budget", "budget -health", False),  # a word left out
        ("A health budget", "it's & | ! ( ) :* '", False),  # signs of the database's own break nothing
        ("Integrated budgets", "in", False),  # too short for a beginning
    ],
)
def test_words_are_found(db, text, typed, is_found):
    assert matches(text, typed) is is_found


def test_control_characters_and_surplus_spaces_are_dropped():
    assert Words.typed("  health\x00\n\t budget ").text == "health budget"


def test_no_more_than_200_letters_are_searched_for():
    assert len(Words.typed("a" * 5000).text) == 200


@pytest.mark.parametrize("typed", ["", "   ", "!?", "\x00"])
def test_without_a_word_there_is_nothing_to_search(typed):
    assert not Words.typed(typed)


@pytest.mark.parametrize(("typed", "is_common"), [("the of", True), ("the budget", False), ("kernow", False)])
def test_words_that_stand_in_every_text_are_known(db, typed, is_common):
    assert Words.typed(typed).are_too_common() is is_common


def test_found_words_are_marked_and_everything_else_is_escaped():
    html = highlights.as_html(f"<script>{START}Budget{END} & <b>")
    assert html == "&lt;script&gt;<mark>Budget</mark> &amp; &lt;b&gt;"


@pytest.mark.parametrize("text", [f"{END}a{START}b", f"{START}{START}a{END}b{END}"])
def test_half_a_mark_leaves_no_open_tag(text):
    html = highlights.as_html(text)
    assert html.count("<mark>") == html.count("</mark>")
    assert START not in html
    assert END not in html
