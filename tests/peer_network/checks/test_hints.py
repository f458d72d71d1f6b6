"""Hints are weighed together, and sayings mean no harm."""

from peer_network.checks.calc.findings import Kind
from peer_network.checks.calc.hints import weigh
from peer_network.checks.calc.looking import look
from peer_network.checks.calc.phrases import Book, Phrase
from peer_network.checks.calc.plain import plain
from peer_network.checks.calc.words import words

CRISIS = Kind.CRISIS_OBLIQUE
BOOK = Book(
    [
        Phrase("dog ~6 new home", CRISIS, points=2, family="pets"),
        Phrase("cat ~6 new home", CRISIS, points=2, family="pets"),
        Phrase("tired", CRISIS, points=1, family="worn out"),
        Phrase("not wake", CRISIS, points=3, family="sleep"),
        Phrase("training", CRISIS, points=-2, family="work"),
        Phrase("kill", Kind.CRISIS_EXPLICIT),
        Phrase("could kill for a", CRISIS, is_saying=True),
    ]
)


def points(text):
    return weigh(BOOK.met(words(plain(text), BOOK.spelling))).points


def kinds(text):
    return [(each.kind.value, each.quoted) for each in look(text, phrases=BOOK)]


def test_hints_of_different_families_add_up_and_those_of_one_family_count_once():
    assert points("The dog has a new home") == 2
    assert points("The dog has a new home. The cat has a new home.") == 2
    assert points("The dog has a new home. I am tired. Tired.") == 3


def test_enough_points_are_words_of_crisis_and_each_hint_is_shown_where_it_stands():
    assert kinds("The dog has a new home.") == []
    assert kinds("Tired. The dog has a new home.") == [
        ("crisis_oblique", "Tired"),
        ("crisis_oblique", "dog has a new home"),
    ]
    assert kinds("Let me not wake") == [("crisis_oblique", "not wake")]


def test_hints_against_take_points_away_wherever_they_stand_near():
    assert points("Training today. Let me not wake.") == 1
    assert kinds("Training today. Let me not wake.") == []
    assert kinds("Training today. I will kill.") == [("crisis_explicit", "kill")]


def test_hints_far_apart_do_not_add_up():
    assert points("I am tired. The dog has a new home.") == 3
    assert points("I am tired. " + "We met at noon. " * 20 + "The dog has a new home.") == 2


def test_words_of_crisis_within_a_saying_are_not_meant_and_others_of_the_text_are():
    assert kinds("I could kill for a tea") == []
    assert kinds("I could kill for a tea. Then I will kill.") == [("crisis_explicit", "kill")]
