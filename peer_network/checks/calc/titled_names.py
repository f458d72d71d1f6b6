"""Names after a title or an office: `Dr Patel`, `mrs smith`, `Nurse Jenny Smith`."""

from collections.abc import Sequence

from peer_network.checks.calc.known import everyday_surnames, first_names, no_surnames, surnames
from peer_network.checks.calc.name_words import OFFICES, TITLES, NameWord, following

# "Dr may refer you", "mr well done": surnames that follow a title as other words more often.
NOT_IN_SMALL_LETTERS = frozenset({"may", "can", "well", "best", "long", "good", "low", "else"})
BEFORE_A_VERB = frozenset(
    {"i", "you", "we", "they", "he", "she", "will", "would", "to", "don't", "not", "and", "really"}
)


def end(text: str, words: Sequence[NameWord], at: int) -> int:
    """The word after the name, or 0."""
    title = words[at].low
    if title not in TITLES and title not in OFFICES:
        return 0
    found = following(text, words, at + 1)
    if len(found) > 1 and len(found[0].low) < 2:  # "Mrs J Smith"
        found, at = found[1:], at + 1
    if not found or len(found[0].low) < 2 or found[0].low in no_surnames():
        return 0
    if title in OFFICES:
        return _after_an_office(at, found)
    if title == "ms" and not (words[at].word == "Ms" or found[0].low in surnames() - everyday_surnames()):
        return 0  # multiple sclerosis
    if title == "miss" and at and words[at - 1].low in BEFORE_A_VERB and not words[at].is_capital and len(found) < 2:
        return 0
    if found[0].is_capital:
        return at + 1 + sum(word.is_capital for word in found)
    is_name = found[0].low in surnames() - NOT_IN_SMALL_LETTERS or found[0].is_rare
    second = len(found) > 1 and found[0].low in first_names() and (found[1].is_surname or found[1].is_rare)
    return at + 1 + (2 if second else 1) if is_name or second else 0


def _after_an_office(at: int, found: list[NameWord]) -> int:
    """After words that are no titles alone, a surname has to be plain."""
    first = found[0]
    if first.is_capital:
        sure = len(found) > 1 and (found[-1].is_surname or found[-1].is_rare or first.low in first_names())
        alone = first.low not in first_names() and (first.is_surname or first.is_rare)
        return at + 1 + len(found) if sure or alone else 0
    if first.low in first_names() and len(found) > 1 and (found[1].is_surname or found[1].is_rare):
        return at + 3
    if first.low in first_names():
        return 0
    return at + 2 if first.low in surnames() - everyday_surnames() or (first.is_rare and len(first.low) > 4) else 0
