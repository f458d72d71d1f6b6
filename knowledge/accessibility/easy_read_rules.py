"""The rules of Easy Read: short sentences, a picture with each idea, hard words explained.

Source of the rules: "Making written information easier to understand for people with learning disabilities"
(Department of Health, 2010). What a hard word is nobody can say exactly: here, one of four syllables or more, one of
the trade's own, or letters that stand for words, unless the page explains it or it is an everyday one.
"""

import re
from collections.abc import Iterator
from typing import Any

from knowledge import easy_read_blocks
from knowledge.accessibility import reading
from knowledge.accessibility.findings import Finding

LONGEST_SENTENCE = 15  # words
HARD_FROM = 4  # syllables
# Long words that people hear every day.
EVERYDAY = frozenset(
    (
        "january", "february", "everybody", "everyone", "everything", "anybody", "anything", "information", "ordinary",
        "especially", "television", "activity", "activities", "community", "university", "temperature", "vegetables",
        "secretary", "conversation", "supermarket", "disability", "disabilities", "somebody", "somewhere", "something",
        "sometimes", "themselves", "yourselves", "whatever", "whenever", "wherever", "vegetable",
    )
)  # fmt: skip
# The trade's own words, by their beginnings. They are short, and nobody says them at home.
TRADE = (
    "advoca", "allocat", "apprais", "assess", "broker", "capacit", "capitat", "commission", "complian", "consent",
    "coproduc", "criteri", "disclos", "eligib", "evaluat", "facilitat", "framework", "governan", "holist", "implement",
    "integrat", "interven", "multidisciplin", "pathway", "personalis", "procure", "provider", "provision", "referral",
    "safeguard", "stakeholder", "statutor", "strateg", "threshold", "tribunal", "voucher",
)  # fmt: skip
KNOWN_LETTERS = frozenset({"NHS", "GP", "GPS", "TV", "UK", "OK", "PC"})
LETTERS = re.compile(r"^[A-Z]{2,}s?$")
ENDINGS = re.compile(r"(?:ings?|ed|es|s|ers?)$")


def all_findings(page: Any) -> list[Finding]:
    """What is against the rules of Easy Read on a page of ideas."""
    found = [*_ideas(page.ideas), *_sentences(page), *_hard_words(page)]
    if not easy_read_blocks.ideas_of(page.ideas):
        found.append(Finding("easy_read", "There is no idea on the page.", "", "Add one: short sentences, a picture."))
    return found


def _ideas(stream: Any) -> Iterator[Finding]:
    for idea in easy_read_blocks.ideas_of(stream):
        if not idea["drawing"] and not idea["picture"]:
            where = idea["sentences"][:80]
            yield Finding("easy_read", "An idea has no picture.", where, "Choose a picture that shows the idea.")


def _sentences(page: Any) -> Iterator[Finding]:
    for sentence in reading.sentences(_text(page)):
        count = len(sentence.split())
        if count > LONGEST_SENTENCE:
            where = " ".join(sentence.split()[:12]) + " …"
            mend = f"Make two of it: at most {LONGEST_SENTENCE} words in a sentence."
            yield Finding("easy_read", f"A sentence of the Easy Read version has {count} words.", where, mend)


def _hard_words(page: Any) -> Iterator[Finding]:
    explained = {
        _stem(part) for word, _ in easy_read_blocks.hard_words_of(page.ideas) for part in reading.WORDS.findall(word)
    }
    seen = set()
    for word in reading.WORDS.findall(_text(page, with_meanings=False)):
        stem = _stem(word)
        if stem in seen or stem in explained or not _is_hard(word):
            continue
        seen.add(stem)
        yield Finding("easy_read", "A hard word is not explained.", word, "Use an easier word, or add what it means.")


def _is_hard(word: str) -> bool:
    if LETTERS.match(word):
        return word not in KNOWN_LETTERS
    plain = word.lower().replace("’", "'").removesuffix("'s")
    if plain in EVERYDAY:
        return False
    return plain.replace("-", "").startswith(TRADE) or reading.syllables(plain) >= HARD_FROM


def _stem(word: str) -> str:
    """Near enough that `assessments` is explained by `assessment`."""
    return ENDINGS.sub("", word.lower().replace("’", "'").removesuffix("'s"))


def _text(page: Any, *, with_meanings: bool = True) -> str:
    """The words of the page, a line for each heading and each line of an idea."""
    lines = [page.title]
    for part in page.ideas:
        if part.block_type == "heading":
            lines.append(part.value)
        elif part.block_type == "idea":
            lines.extend(easy_read_blocks.lines_of(part.value))
        elif with_meanings:
            lines.append(part.value["means"])
    return "\n".join(lines)
