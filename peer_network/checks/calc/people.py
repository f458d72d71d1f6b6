"""Full names of people. A first name alone is fine, and so are months, places, services and names in public life."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from peer_network.checks.calc import titled_names
from peer_network.checks.calc.known import (
    everyday_first_names,
    everyday_surnames,
    first_names,
    places,
    public_names,
    surnames,
)
from peer_network.checks.calc.name_words import OFFICES, ORGANISED, PARTICLES, TITLES, NameWord, are_beside, name_words

_ROLES = (
    "social worker|support worker|key ?worker|nurse|carer|doctor|gp|consultant|physio(?:therapist)?|ot"
    "|occupational therapist|pa|personal assistant|care manager|care ?co-?ordinator|case manager|advocate|broker"
    "|manager|therapist|psychiatrist|psychologist|neighbour|husband|wife|mum|mother|dad|father|son|daughter|brother"
    "|sister|partner|friend|boss|teacher|senco|solicitor|assessor|officer|worker|coordinator|cpn|midwife"
    "|health visitor|dentist|counsellor|landlord|nan|gran|uncle|aunt|auntie|cousin|boyfriend|girlfriend"
    "|receptionist|team leader|lady|bloke|guy|woman|man|driver|cleaner|commissioner|optician|pharmacist|chiropodist"
    "|podiatrist|dietitian|speech therapist|ward sister|ward manager|practice manager|care assistant|home help"
)
_BEFORE = (
    "called|named|name is|name's|names|name:|named as|name was|ask for|asked for|speak to|spoke to|spoken to|speak with"
    "|spoke with|contact|contacted|call|met|see|saw|seeing|email|ring|from|with|by|to|thanks to|thank you"
    "|known as|about"
    "|surname|real name|i'm|i am|im|it's|this is|yours|regards|love|signed|sincerely|cheers|someone|somebody|one|and"
)
_CUE = re.compile(
    rf"\b(?:{_BEFORE}|{_ROLES})(?:\s(?:is|was|are|called|named|there|at \w+))?[\s,:(\"'-]{{1,3}}$", re.IGNORECASE
)
_ROLE = re.compile(rf"\b(?:{_ROLES})(?:\s(?:is|was|called|named))?[\s,:(\"'-]{{1,3}}$", re.IGNORECASE)
_THEIR_ROLE = re.compile(
    rf"[\s,(]{{1,3}}(?:(?:is|was|who is|who's|our|my|the|her|his|a)\s){{0,3}}(?:{_ROLES})\b", re.IGNORECASE
)
_NAMED = re.compile(
    r"\b(?:called|named|name is|name's|name:|name was|known as|i'm|im|i am|real name|ask for|full name)"
    r"[\s,:(\"'-]{1,3}(?:is\s)?$",
    re.IGNORECASE,
)
# First names after which halls, parks and hospitals are called.
_OF_PLACES = frozenset(
    {
        "victoria",
        "albert",
        "george",
        "elizabeth",
        "william",
        "john",
        "mary",
        "charlotte",
        "alexandra",
        "edward",
        "james",
    }
    | {"charles", "philip", "andrew", "margaret", "anne", "michael", "peter", "paul", "st", "alexander", "florence"}
)


def find(text: str, staff: Set[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """Where full names stand in a plain text. `staff` are names of staff, lower case, found in any case of letters."""
    words = name_words(text)
    shouts = len(words) > 6 and sum(word.is_capital for word in words) > len(words) * 0.6
    begins = _begins() | {name.split(" ")[0] for name in staff}
    at = 0
    while at < len(words):
        end = 0
        if words[at].is_capital or words[at].low in begins or words[at].is_rare:
            end = titled_names.end(text, words, at) or _of_staff(words, at, staff) or _full(text, words, at, shouts)
            end = end or _initial(text, words, at)
        if end and not _is_public(words[max(0, at - 1) : end], at):
            yield words[at].start, words[end - 1].end
            at = end
        else:
            at += 1


@cache
def _begins() -> frozenset[str]:
    return first_names() | TITLES | OFFICES


def _is_public(words: Sequence[NameWord], at: int) -> bool:
    """A name in public life; or `St John`, which is one of many places."""
    if at and words[0].low in ("st", "saint"):
        return True
    names = [word.low for word in words[1 if at else 0 :] if word.low not in TITLES | OFFICES]
    return " ".join(names[:2]) in public_names()


def _of_staff(words: Sequence[NameWord], at: int, staff: Set[str]) -> int:
    """The word after the longest name of staff that begins here, or 0."""
    for length in (4, 3, 2) if staff else ():
        if at + length <= len(words) and " ".join(word.low for word in words[at : at + length]) in staff:
            return at + length
    return 0


def _full(text: str, words: Sequence[NameWord], at: int, shouts: bool) -> int:
    """`Sarah Jenkins`, `sarah jenkins`, and after "my nurse" also names that no list has. The word after it, or 0."""
    beside = [words[at]]
    for place in range(at + 1, min(at + 5, len(words))):
        signs = r" {1,2}|\. |-" if len(words[place - 1].word) < 3 else r" {1,2}|-"  # "J. Smith", not "Sarah. Marie"
        if not are_beside(text, words[place - 1], words[place], signs):
            break
        beside.append(words[place])
    if len(beside) < 2:
        return _turned(text, words, at)
    last = _last(beside)
    first, surname = beside[0], beside[last]
    if (
        not last
        or (first.is_no_name and first.low not in first_names())
        or (surname.is_no_name and not surname.is_surname)
    ):
        return 0
    if _is_called_after(beside, last):
        return 0
    said = _Said(text, first, surname)
    is_name = said.in_capitals() if first.is_capital and surname.is_capital and not shouts else said.in_small(shouts)
    return at + last + 1 if is_name else 0


def _last(beside: Sequence[NameWord]) -> int:
    """Which word is the surname: the second, or one after particles, an initial or a second first name; 0 for none."""
    last = 1
    while last + 1 < len(beside) and (
        beside[last].low in PARTICLES
        or len(beside[last].low) == 1
        or (beside[last].low in first_names() and beside[last + 1].is_capital and not beside[last + 1].is_no_name)
    ):
        last += 1
    return last if len(beside[last].low) > 1 else 0


def _is_called_after(beside: Sequence[NameWord], last: int) -> bool:
    """`Jenkins House Trust`: what follows says that it is no person."""
    if last + 1 >= len(beside):
        return False
    after = beside[last + 1]
    return (
        after.is_capital
        and after.is_no_name
        and len(after.low) > 3
        and after.low not in {"said", "says", "told", "from"}
    )


class _Said:
    """Two words that may be a first name and a surname, and what stands around them."""

    def __init__(self, text: str, first: NameWord, surname: NameWord) -> None:
        before = text[max(0, first.start - 45) : first.start]
        self.first, self.surname = first, surname
        self.is_named = bool(_NAMED.search(before))
        self.has_role = bool(_ROLE.search(before) or _THEIR_ROLE.match(text, surname.end))
        self.is_cued = self.has_role or bool(_CUE.search(before))
        self.is_first = first.low in first_names()
        self.is_last = surname.is_surname and not (surname.low in places() and surname.low not in surnames())

    def in_capitals(self) -> bool:
        first, surname = self.first, self.surname
        if self.is_first:
            if surname.low in ORGANISED and not self.is_cued and first.low in _OF_PLACES | everyday_first_names():
                return False
            unsure = first.low in everyday_first_names() or surname.low in first_names() or surname.low in places()
            return self.is_last or not unsure or self.is_named
        if first.low in places() or surname.low in places():
            return False
        if self.is_last and (first.is_rare or self.is_named):
            return first.is_rare or self.is_cued
        if not surname.is_rare:
            return False
        return (first.is_rare and surname.low not in first_names()) or (self.is_named and len(first.low) > 2)

    def in_small(self, shouts: bool) -> bool:
        first, surname = self.first, self.surname
        everyday = surname.low in everyday_surnames() or first.low in everyday_first_names()
        if surname.is_no_name and not shouts:
            return False
        if self.is_first and self.is_last:
            told = self.is_named or (self.is_cued and surname.low not in titled_names.NOT_IN_SMALL_LETTERS)
            return not everyday or told
        if not (surname.is_rare and len(surname.low) > 3) or surname.low in places():
            return False
        if self.is_first:
            return self.is_cued or first.low not in everyday_first_names()
        return self.has_role and first.is_rare and len(first.low) > 3 and first.low not in places()


def _turned(text: str, words: Sequence[NameWord], at: int) -> int:
    """`JENKINS, Sarah`; not "thanks to Lewis, Sarah and Tom"."""
    if at + 1 >= len(words) or not are_beside(text, words[at], words[at + 1], r", ?"):
        return 0
    surname, first = words[at], words[at + 1]
    goes_on = re.match(r",| and| &", text[first.end : first.end + 5])
    is_name = (
        surname.low in _surnames_alone() and first.low in first_names() and surname.is_capital and first.is_capital
    )
    return at + 2 if is_name and not goes_on else 0


@cache
def _surnames_alone() -> frozenset[str]:
    """Surnames that are neither first names nor everyday words."""
    return surnames() - first_names() - everyday_surnames() - places()


def _initial(text: str, words: Sequence[NameWord], at: int) -> int:
    """`J. Smith`, `J Smith`, `J.R. Smith`: the word after it, or 0."""
    place = at
    while place < len(words) and len(words[place].word) == 1 and words[place].is_capital and place - at < 3:
        place += 1
    if place == at or place >= len(words):
        return 0
    between = text[words[place - 1].end : words[place].start]
    if not re.fullmatch(r"\. ?| ", between) or (
        words[at].word in "IA" and text[words[at].end : words[at].end + 1] != "."
    ):
        return 0
    return place + 1 if words[place].is_capital and words[place].low in surnames() - everyday_surnames() else 0
