"""Full names of people. A first name alone is fine, and so are months, places, services and names in public life."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache

from peer_network.checks.calc.known import (
    everyday_first_names,
    everyday_surnames,
    first_names,
    no_surnames,
    places,
    public_names,
    surnames,
)
from peer_network.checks.calc.spelling import english

_TITLES = {
    "mr",
    "mrs",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "rev",
    "reverend",
    "cllr",
    "councillor",
    "mister",
    "missus",
    "missis",
    "ms",
}
_OFFICES = {
    "doctor",
    "nurse",
    "sister",
    "matron",
    "sir",
    "dame",
    "lord",
    "lady",
    "judge",
    "pc",
    "sergeant",
    "sgt",
    "father",
    "canon",
    "sr",
    "justice",
    "constable",
    "dc",
    "ds",
}
_PARTICLES = {
    "van",
    "von",
    "der",
    "den",
    "de",
    "da",
    "del",
    "della",
    "di",
    "la",
    "le",
    "el",
    "al",
    "bin",
    "bint",
    "ap",
    "ab",
    "ter",
    "dos",
    "st",
    "mac",
    "mc",
    "ul",
    "ur",
}
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]{0,30}")
_CUE = re.compile(
    r"\b(?:called|named|name is|name's|names|name:|named as|name was|ask for|asked for|speak to|spoke to"
    r"|spoken to|speak with|spoke with|contact|contacted|call|met|see|saw|seeing|email|ring"
    r"|from|with|by|to|thanks to|thank you|known as|surname|real name|i'm|i am|im|it's|this is|yours|regards"
    r"|love|signed|sincerely|cheers"
    r"|(?:social worker|support worker|key ?worker|nurse|carer|doctor|gp|consultant|physio(?:therapist)?|ot"
    r"|occupational therapist|pa|personal assistant|care manager|care ?co-?ordinator"
    r"|case manager|advocate|broker|manager|therapist|psychiatrist|psychologist|neighbour|husband|wife|mum"
    r"|mother|dad|father|son|daughter|brother|sister|partner|friend|boss|teacher|senco|solicitor"
    r"|assessor|officer|worker|coordinator|cpn|midwife|health visitor|dentist|counsellor|landlord|nan|gran"
    r"|uncle|aunt|auntie|cousin|boyfriend|girlfriend|receptionist|team leader|lady|bloke|guy|woman|man|someone"
    r"|somebody|one))"
    r"(?:\s(?:is|was|are|called|named|there|at \w+))?[\s,:(\"'-]{1,3}$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:called|named|name is|name's|name:|name was|known as|i'm|im|i am|real name|ask for|full name)[\s,:"
    r"(\"'-]{1,3}(?:is\s)?$",
    re.IGNORECASE,
)
_ORG_WORDS = frozenset(
    {"house", "street", "place", "day", "park", "hall", "church", "lodge", "drive", "road", "cross", "centre"}
)
_BEFORE_A_VERB = frozenset(
    [
        "i",
        "you",
        "we",
        "they",
        "he",
        "she",
        "will",
        "would",
        "to",
        "don't",
        "not",
        "and",
        "really",
        "can",
        "might",
        "do",
        "did",
        "'ll",
    ]
)


@dataclass(frozen=True)
class _Token:
    word: str
    start: int
    end: int
    low: str
    is_capital: bool

    @classmethod
    def of(cls, found: re.Match[str]) -> "_Token":
        low = found[0].lower().removesuffix("'s").strip("'-")
        return cls(found[0], found.start(), found.end(), low, found[0][0].isupper())


@cache
def _not_names() -> frozenset[str]:
    return no_surnames() | _ORG_WORDS


def find(text: str, staff: Set[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """Where full names stand in a plain text. `staff` are names of staff, lower case, found in any case of letters."""
    tokens = [_Token.of(one) for one in _WORD.finditer(text)]
    shouts = sum(token.is_capital for token in tokens) > len(tokens) * 0.6 and len(tokens) > 6
    begins = first_names() | _TITLES | _OFFICES | {name.split(" ")[0] for name in staff}
    at = 0
    while at < len(tokens):
        if not tokens[at].is_capital and tokens[at].low not in begins:
            at += 1
            continue
        taken = (
            _titled(text, tokens, at)
            or _staff(text, tokens, at, staff)
            or _full(text, tokens, at, shouts)
            or _initial(text, tokens, at)
        )
        if taken and not _is_public(tokens[at:taken]):
            yield tokens[at].start, tokens[taken - 1].end
            at = taken
        else:
            at += 1


def _is_public(tokens: list[_Token]) -> bool:
    words = [token.low for token in tokens if token.low not in _TITLES | _OFFICES]
    return " ".join(words[:2]) in public_names()


def _beside(text: str, first: _Token, second: _Token, signs: str = r"[ .]{1,2}") -> bool:
    between = text[first.end : second.start]
    return bool(re.fullmatch(signs, between)) and "\n" not in between


def _titled(text: str, tokens: list[_Token], at: int) -> int:
    """`Dr Patel`, `mrs smith`, `Nurse Jenny Smith`: the token after the name, or 0."""
    title = tokens[at].low
    if title not in _TITLES and title not in _OFFICES:
        return 0
    words = _name_words(text, tokens, at + 1)
    if not words:
        return 0
    first = words[0]
    if len(first.low) < 2 and len(words) > 1:
        words = words[1:]
        first = words[0]
        at += 1
    if len(first.low) < 2 or first.low in no_surnames():
        return 0
    if title in _OFFICES:
        return _office(tokens, at, words)
    verb = title == "miss" and at and tokens[at - 1].low in _BEFORE_A_VERB and not tokens[at].is_capital
    if title == "ms" and not (tokens[at].word == "Ms" or first.low in surnames() - everyday_surnames()):
        return 0
    if verb and len(words) < 2:
        return 0
    if (
        first.is_capital
        or (first.low in surnames() and first.low not in {"may", "can", "well", "best", "long", "good", "low"})
        or first.low not in english()
    ):
        return (
            at
            + 1
            + len(
                [word for word in words if word.is_capital == first.is_capital][:3] if first.is_capital else words[:1]
            )
        )
    return 0


def _office(tokens: list[_Token], at: int, words: list[_Token]) -> int:
    """After words that are also no titles, a surname has to be plain."""
    names = [word for word in words if word.low in surnames() or (word.low in first_names() and len(words) > 1)]
    sure = names and (words[0].is_capital or names[-1].low not in everyday_surnames())
    unknown = words[0].is_capital and words[0].low not in english() and words[0].low not in first_names()
    if (
        unknown
        or (sure and (len(words) > 1 or words[0].low not in first_names()))
        and (words[0].is_capital or len(names) > 0)
    ):
        return at + 1 + (len(words) if words[0].is_capital else min(len(words), max(1, len(names))))
    return 0


def _name_words(text: str, tokens: list[_Token], at: int) -> list[_Token]:
    """Up to three words that follow closely."""
    words: list[_Token] = []
    for place in range(at, min(at + 3, len(tokens))):
        if not _beside(text, tokens[place - 1], tokens[place]):
            break
        if words and (words[0].is_capital and not tokens[place].is_capital and tokens[place].low not in _PARTICLES):
            break
        if words and tokens[place].low in _not_names() and tokens[place].low not in surnames():
            break
        if words and "." in text[tokens[place - 1].end : tokens[place].start] and len(tokens[place - 1].word) > 1:
            break
        words.append(tokens[place])
    return words


def _staff(text: str, tokens: list[_Token], at: int, staff: Set[str]) -> int:
    """The longest name of staff that begins here."""
    if not staff:
        return 0
    for length in (4, 3, 2):
        if at + length <= len(tokens) and " ".join(token.low for token in tokens[at : at + length]) in staff:
            return at + length
    return 0


def _full(text: str, tokens: list[_Token], at: int, shouts: bool) -> int:
    """`Sarah Jenkins`, `JENKINS, Sarah`, `sarah jenkins`, and after "called" also names that no list has."""
    words = [tokens[at]]
    for place in range(at + 1, min(at + 5, len(tokens))):
        if not _beside(text, tokens[place - 1], tokens[place], r" {1,2}|\. |-"):
            break
        words.append(tokens[place])
    if len(words) < 2:
        return _turned(text, tokens, at)
    cue = text[max(0, words[0].start - 45) : words[0].start]
    last = _last(words)
    if last < 1:
        return 0
    first, surname = words[0], words[last]
    if first.low in _not_names() - first_names() or surname.low in no_surnames():
        return 0
    if _is_name(first, surname, bool(_CUE.search(cue)), bool(_NAMED.search(cue)), shouts):
        return 0 if _is_org(words, last) else at + last + 1
    return 0


def _last(words: list[_Token]) -> int:
    """Which word is the surname: the second, or one after particles, an initial or a second first name."""
    last = 1
    while last + 1 < len(words) and (
        words[last].low in _PARTICLES
        or len(words[last].low) == 1
        or (
            words[last].low in first_names()
            and words[last].is_capital
            and words[last + 1].is_capital
            and words[last + 1].low not in _not_names()
        )
    ):
        last += 1
    return last if len(words[last].low) > 1 else 0


def _is_org(words: list[_Token], last: int) -> bool:
    """`Victoria Park Surgery`, `Jenkins House Trust`: what follows says that it is no person."""
    after = words[last + 1] if last + 1 < len(words) else None
    return (
        words[last].low in _ORG_WORDS
        and words[last].low not in surnames()
        or (
            after is not None
            and after.is_capital
            and after.low in _not_names()
            and after.low not in {"i", "and", "is", "was", "who", "the", "or", "but"}
            and len(after.low) > 2
            and after.low not in ["said", "says", "told", "from", "has", "at", "came", "will", "at"]
        )
    )


def _is_name(first: _Token, surname: _Token, cued: bool, named: bool, shouts: bool) -> bool:
    known_first, known_last = (
        first.low in first_names(),
        surname.low in surnames() or "-" in surname.word.strip("-") and surname.low.split("-")[0] in surnames(),
    )
    everyday = surname.low in everyday_surnames() or first.low in everyday_first_names()
    if first.is_capital and surname.is_capital and not shouts:
        if surname.low in places() and not known_last:
            return False
        if known_first:
            return known_last or (first.low not in everyday_first_names() and surname.low not in first_names()) or named
        unknown = first.low not in english() and first.low not in places()
        if known_last and (unknown or named):
            return not (surname.low in everyday_surnames() and not (cued or unknown)) and first.low not in places()
        return (
            (cued and unknown and surname.low not in places() and (surname.low not in english() or named))
            or (named and len(first.low) > 2 and first.low not in places() and surname.low not in english())
            or (
                unknown
                and len(first.low) > 3
                and surname.low not in english()
                and surname.low not in places()
                and surname.low not in first_names()
            )
        )
    if not known_first:
        return named and known_last and not everyday and first.low not in english()
    if surname.low in _not_names() and not shouts:
        return False
    unknown_last = surname.low not in english() and len(surname.low) > 3
    return (
        (known_last and not everyday)
        or (
            known_last
            and (named or (cued and surname.low not in {"may", "can", "well", "case", "day", "else", "long"}))
        )
        or (unknown_last and (named or cued or first.low not in everyday_first_names() and "'" not in surname.word))
    )


def _turned(text: str, tokens: list[_Token], at: int) -> int:
    """`JENKINS, Sarah`; not "thanks to Lewis, Sarah and Tom"."""
    if at + 1 >= len(tokens) or not _beside(text, tokens[at], tokens[at + 1], r", ?"):
        return 0
    surname, first = tokens[at], tokens[at + 1]
    after = text[first.end : first.end + 5]
    if (
        surname.low in surname_only()
        and first.low in first_names()
        and surname.is_capital
        and first.is_capital
        and not re.match(r",| and| &", after)
    ):
        return at + 2
    return 0


@cache
def surname_only() -> frozenset[str]:
    """Surnames that are neither first names nor everyday words."""
    return surnames() - first_names() - everyday_surnames() - places()


def _initial(text: str, tokens: list[_Token], at: int) -> int:
    """`J. Smith`, `J Smith`, `J.R. Smith`."""
    place = at
    while place < len(tokens) and len(tokens[place].word) == 1 and tokens[place].is_capital and place - at < 3:
        place += 1
    if place == at or place >= len(tokens):
        return 0
    between = text[tokens[place - 1].end : tokens[place].start]
    if not re.fullmatch(r"\. ?| ", between) or (
        tokens[at].word in "IA" and "." not in text[tokens[at].end : tokens[at].end + 1]
    ):
        return 0
    return place + 1 if tokens[place].is_capital and tokens[place].low in surnames() - everyday_surnames() else 0
