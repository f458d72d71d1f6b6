import pytest

from peer_network.checks.calc import starting
from peer_network.checks.calc.findings import CRISIS
from peer_network.checks.calc.looking import is_crisis, look


def is_found(text):
    return is_crisis(look(text, phrases=starting.book()))


@pytest.mark.parametrize(
    "text",
    [
        "I want to kill myself",
        "i want to k1ll my self",
        "k i l l m y s e l f",
        "K*ll myself",
        "Kіll m\u200bysélf",  # a Cyrillic letter, a mark of no width, an accent
        "killl myseeelf",
        "iwannakillmyself",
        "thinking of sueside",
        "kms",
        "im gonna unalive myself 2nite",
        "ive cut my rists",
        "He's hitting me again",
        "I nearly put the pillow over his face",
        "my uncle touches me",
        "I'VE TAKEN 40 PARACETAMOL",
    ],
)
def test_plain_words_of_crisis_are_found_however_they_are_written(text):
    assert is_found(text)


@pytest.mark.parametrize(
    "text",
    [
        "everyone would be better off without me",
        "I can’t do this anymore",
        "I've sorted out who gets the cat",
        "theres no point anymore",
        "I just want it all to stop",
        "no one would notice if i was gone",
    ],
)
def test_hints_at_a_crisis_are_found(text):
    assert is_found(text)


@pytest.mark.parametrize("text", starting.ordinary())
def test_ordinary_words_bring_no_alarm(text):
    assert not is_found(text)


def test_one_hint_says_nothing_and_two_count():
    assert not is_found("I feel so alone")
    assert is_found("I feel so alone. Nothing will change, no hope.")


def test_a_crisis_is_explained_kindly_and_read_by_a_person():
    (found,) = look("I want to die", phrases=starting.book())
    assert found.kind in CRISIS
    assert found.holds
    assert "You matter" in found.explains
    assert "999" in found.mend
    assert "116 123" in found.mend


def test_every_starting_line_can_be_read_and_is_there_once():
    phrases = [(each.kind, each.is_hint, each.text) for each in starting.phrases()]
    assert len(phrases) > 500
    assert len(phrases) == len(set(phrases))
