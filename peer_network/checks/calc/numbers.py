"""Numbers that belong to one person: NHS, National Insurance, bank, card, number plate."""

import re
from collections.abc import Iterator

from files.identifiers import is_nhs_number
from peer_network.checks.calc.digits import Piece, begins, runs, windows
from peer_network.checks.calc.findings import Kind

_NHS = re.compile(r"\bn\.?\s?h\.?\s?s\.?\b[^.!?\n]{0,30}$", re.IGNORECASE)
_ACCOUNT = re.compile(r"\b(?:account|acc|acct|a/c|bank|sort ?code)\b[^!?\n]{0,40}$", re.IGNORECASE)
_SORT = re.compile(r"\b(?:sort(?:ing)?|s/c|sc|bank)\b[^!?\n]{0,25}$", re.IGNORECASE)
_CARD = re.compile(r"\b(?:card|visa|mastercard|debit|credit)\b[^!?\n]{0,40}$", re.IGNORECASE)
_IBAN = re.compile(r"(?<![A-Za-z0-9])GB[0-9]{2}[ -]?[A-Z]{4}(?:[ -]?[0-9]){14}(?![0-9])", re.IGNORECASE)
_NI = re.compile(
    r"(?<![A-Za-z0-9])[A-Z][ .-]?[A-Z][ .:-]{0,2}[0-9][ .-]?[0-9][ .-]{0,2}[0-9][ .-]?[0-9][ .-]{0,2}[0-9]["
    r" .-]?[0-9][ .-]{0,2}[A-D](?![A-Za-z0-9])",
    re.IGNORECASE,
)
_NI_ASKED = re.compile(
    r"\b(?:n\.?i\.?|nino|national insurance|nat ins)\b[^.!?\n]{0,30}?(?<![A-Za-z0-9])([A-Z]{2}[ -]?[0-9]{2}["
    r" -]?[0-9]{2}[ -]?[0-9]{2})(?![0-9])",
    re.IGNORECASE,
)
_PLATE = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z]{2}[0-9]{2}[ -]?[A-Z]{3}|[A-Z][0-9]{1,3} ?[A-Z]{3}|[A-Z]{3} ?[0-9]{1,3}[A-Z])"
    r"(?![A-Za-z0-9])"
)
_PLATE_SMALL = re.compile(r"(?<![a-z0-9])[a-z]{2}[0-9]{2}[a-z]{3}(?![a-z0-9])")
_PLATE_ASKED = re.compile(
    r"\b(?:reg(?:istration)?(?: (?:no|number|plate))?|number ?plate|plates?|car|van|vehicle"
    r"|motability)\b[^!?\n]{0,30}?(?<![A-Za-z0-9])"
    r"([A-Z]{2} ?[0-9O]{2}[ -]{0,2}[A-Z]{3}|[A-Z][0-9]{1,3}[ -]?[A-Z]{3}|[A-Z]{3}[ -]?[0-9]{1,4}[A-Z]?"
    r"|[A-Z]{1,3}[ -]?[0-9]{4})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_NOT_PLATES = re.compile(
    r"[A-Z][0-9]{1,3} ?(?:AND|THE|FOR|BUT|WAS|ARE|NOT|YOU|CAN|HAS|HAD|BUS|WAY|OUT|OFF|TO|MRI)|(?:THE|AND|FOR"
    r"|PIP|DLA|NHS|CHC|IPC)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[tuple[Kind, int, int]]:
    """Where such numbers stand in a plain text."""
    for run in runs(text):
        yield from ((kind, number.start, number.end) for kind, number in _in_run(text, run))
    yield from ((Kind.BANK, one.start(), one.end()) for one in _IBAN.finditer(text))
    yield from ((Kind.NATIONAL_INSURANCE, one.start(), one.end()) for one in _NI.finditer(text))
    yield from ((Kind.NATIONAL_INSURANCE, one.start(1), one.end(1)) for one in _NI_ASKED.finditer(text))
    yield from ((Kind.CAR, start, end) for start, end in _plates(text))


def _in_run(text: str, run: list[Piece]) -> Iterator[tuple[Kind, Piece]]:
    before = text[max(0, run[0].start - 60) : run[0].start]
    told = bool(_NHS.search(before[-50:]))
    for number in windows(run, 10, 10):
        if is_nhs_number(number.figures) or (told and begins(run, number)):
            yield Kind.NHS_NUMBER, number
    asked = bool(_ACCOUNT.search(before) or _SORT.search(before) or _CARD.search(before))
    for number in windows(run, 6, 19):
        told_of = before if asked and begins(run, number) else ""
        if _is_bank(number.figures, told_of, text[number.start : number.end]):
            yield Kind.BANK, number


def _is_bank(figures: str, before: str, written: str) -> bool:
    if not before and len(figures) < 14:
        return False
    if len(figures) == 8:
        return bool(_ACCOUNT.search(before))
    if len(figures) == 6:
        return bool(_SORT.search(before))
    if len(figures) == 14:
        return bool(re.match(r"[0-9]{2}[- ][0-9]{2}[- ][0-9]{2}[^0-9]", written)) or bool(_ACCOUNT.search(before))
    if 15 <= len(figures) <= 19:
        return _is_card(figures) or bool(_CARD.search(before))
    return False


def _is_card(figures: str) -> bool:
    """The check figure of payment cards (ISO/IEC 7812, the Luhn sum)."""
    total = 0
    for at, figure in enumerate(reversed(figures)):
        value = int(figure) * (1 + at % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0 and len(set(figures)) > 1


def _plates(text: str) -> Iterator[tuple[int, int]]:
    for one in (*_PLATE.finditer(text), *_PLATE_SMALL.finditer(text)):
        if not _NOT_PLATES.match(one[0]):
            yield one.start(), one.end()
    for one in _PLATE_ASKED.finditer(text):
        if not _NOT_PLATES.match(one[1]):
            yield one.start(1), one.end(1)
