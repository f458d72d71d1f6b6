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


def test_a_faint_hint_says_nothing_and_several_count():
    assert not is_found("I am exhausted")
    assert is_found("I am exhausted. Nobody ever rings. I cry in the car.")


@pytest.mark.parametrize(
    "text",
    [
        "I need to talk, of course I think about suicide",
        "he hits me when I wet the bed",
        "I'm scared to death of him",
        "the only answer is suicide",
        "put me out of my misery please",
        "My husband used to hit me and now it has started again",
        "I could kill for a brew but really I want to kill myself",
        "our secret he says, he gives me chocolate and touches me",
        "I did the training today and I still want to end my life",
        "haha I might just kill myself",
    ],
)
def test_sayings_and_hints_against_hide_no_danger(text):
    assert is_found(text)


def test_a_crisis_is_explained_kindly_and_read_by_a_person():
    (found,) = look("I want to die", phrases=starting.book())
    assert found.kind in CRISIS
    assert found.holds
    assert "You matter" in found.explains
    assert "999" in found.mend
    assert "116 123" in found.mend


def test_every_starting_line_can_be_read_and_is_there_once():
    phrases = [(each.kind, each.is_hint, each.is_saying, each.text) for each in starting.phrases()]
    assert len(phrases) > 1_000
    assert len(phrases) == len(set(phrases))
