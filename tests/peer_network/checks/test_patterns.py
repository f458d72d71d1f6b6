import pytest

from peer_network.checks.calc.findings import Kind
from peer_network.checks.calc.patterns import PatternRefused, ways
from peer_network.checks.calc.phrases import Book, Phrase
from peer_network.checks.calc.plain import plain
from peer_network.checks.calc.words import words

GROUPS = {"person": "mum|dad|big brother"}


def is_met(pattern, text, unless=""):
    book = Book([Phrase(pattern, Kind.UNKIND, unless)], GROUPS)
    return bool(book.met(words(plain(text), book.spelling)))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("better off without me", "Everyone's BETTER off, without me."),
        ("kill|hurt myself", "i could hurt myself"),
        ("(go to sleep|drift off) forever", "I want to drift off for ever"),
        ("[all] my tablets", "he took my tablets"),
        ("[all] my tablets", "he took all my tablets"),
        ("cut* myself", "I was cutting myself"),
        ("can not … anymore", "I can't do this any more"),
        ("{person} hits me", "my big brother hits me"),
        ("taken # tablets", "I have taken 40 tablets"),
        ("^ i am done $", "I'm done."),
        ("dog ~6 new home", "The dog went to a new home"),
        ("dog ~6 new home", "A new home was found for the dog"),
        ("gave … (dog ~ key|cat)", "She gave me the key and the dog"),
        ("i want to die", "I just really want to fucking die"),
    ],
)
def test_each_sign_of_the_language_means_what_it_says(pattern, text):
    assert is_met(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("kill|hurt myself", "the form hurt, and myself I laughed"),
        ("can not … anymore", "I can not see the bus that used to stop here anymore"),
        ("can not … anymore", "I can not. They told me to come back, and not to ask anymore."),
        ("taken # tablets", "I have taken 2 tablets"),
        ("^ i am done $", "The form is in and I'm done."),
        ("dog ~ new home", "A new home was, after many weeks, found for the dog"),
    ],
)
def test_what_is_not_meant_is_not_met(pattern, text):
    assert not is_met(pattern, text)


def test_unless_counts_near_by_and_in_the_same_sentence():
    assert not is_met("overdose", "I went to overdose training", "training")
    assert is_met("overdose", "I took an overdose. I missed the training.", "training")


def test_an_unless_may_count_anywhere_in_the_text():
    assert is_met("beat me", "He beat me. We play scrabble.", "scrabble")
    assert not is_met("beat me", "He beat me. We play scrabble.", "anywhere: scrabble")


@pytest.mark.parametrize(
    ("pattern", "words_of_the_fault"),
    [
        ("", "at least one word"),
        ("(hurt myself", "not closed"),
        ("hurt myself)", "closing bracket"),
        ("| hurt", "without a word before"),
        ("hurt |", "missing after"),
        ("~ hurt", "no words on one side"),
        ("hurt ~6", "no words on one side"),
        ("hurt ~40 harm", "too far apart"),
        ("{nobody knows}", "no group of words"),
        ("a …40 b", "too far apart"),
        ("hurt & harm", "has no meaning"),
        ("…", "any text at all"),
        ("just really", "any text at all"),
        (" ".join(["(a b|c d|e f|g h|i j)"] * 8), "too many phrases"),
    ],
)
def test_a_pattern_that_cannot_be_read_says_why(pattern, words_of_the_fault):
    with pytest.raises(PatternRefused, match=words_of_the_fault):
        ways(pattern, GROUPS)


def test_a_group_that_holds_itself_is_refused():
    with pytest.raises(PatternRefused, match="no group of words"):
        ways("{loop}", {"loop": "a|{loop}"})
