"""Telephone numbers in every way that people write or say them. Numbers of public services are nobody's secret."""

import re
from collections.abc import Iterator

import phonenumbers

from peer_network.checks.calc.digits import Piece, begins, runs, windows

LEAST, MOST = 9, 15
LEAST_LOCAL, MOST_LOCAL = 5, 8  # figures of a number without its area code, after "ring me on"
# Free and shared-cost numbers belong to organisations (Ofcom, National Telephone Numbering Plan, S3 and S8).
PUBLIC = re.compile(r"(?:0800|0808|03[0347]0|03[34]|037|0303|084|087|09|0500|116|118)")
PUBLIC_SHORT = {"116123", "85258", "116000", "116111", "62277", "70300", "18001", "18000"}
_HOME = re.compile(r"0(?:1|2|3|7|5[56])[0-9]{8,9}")
_ABROAD_HOME = re.compile(r"(?:0044|044|44)0?((?:1|2|7)[0-9]{8,9})")
_NO_ZERO = re.compile(r"7[0-9]{9}")
_ASKED = re.compile(
    r"\b(?:phone|mobile|mob|tel|telephone|landline|cell|whats ?app|call|ring|text|txt|dial|fax|phone number|my"
    r" number|her number|his"
    r" number|our number|number'?s)\b[^.!?\n]{0,28}$",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r"\b(?:(?:call|ring|phone|text|txt|reach|bell|get)(?:ing)? (?:me|us|him|her|them|mum|dad|my \w+)|my "
    r"(?:home |mobile |phone |mob )?number"
    r"|tel(?:ephone)?(?: no\.?| number)?|landline|phone no\.?|mobile no\.?|phone number|home phone"
    r"|mob)\b[^.!?\n]{0,24}$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?<![0-9])[0-3]?[0-9][/.-](?:0?[0-9]|1[0-2])[/.-](?:19|20)[0-9]{2}(?![0-9])|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where telephone numbers stand in a plain text."""
    for run in runs(text):
        done = -1
        for number in windows(run, LEAST_LOCAL, MOST):
            if number.start > done and _is_phone(text, number, begins(run, number)):
                done = number.end
                yield number.start, number.end


def _is_phone(text: str, number: Piece, begins_run: bool) -> bool:
    figures, written = number.figures, text[number.start : number.end]
    if (
        not (begins_run or figures[0] in "047")
        or figures in PUBLIC_SHORT
        or PUBLIC.match(figures)
        or _DATED.search(written)
    ):
        return False
    before = text[max(0, number.start - 60) : number.start] if begins_run else ""
    if abroad := _ABROAD_HOME.fullmatch(figures):
        figures = "0" + abroad[1]
    if _HOME.fullmatch(figures):
        return len(figures) == 11 or _is_valid(figures) or bool(_ASKED.search(before))
    if before.rstrip(" (").endswith("+") or figures.startswith("00"):
        return len(figures) >= LEAST and _is_possible("+" + figures.removeprefix("00"))
    if _NO_ZERO.fullmatch(figures):
        return bool(_ASKED.search(before)) or bool(
            re.fullmatch(r"7[0-9]{3}[ -][0-9]{6}|7[0-9]{3}[ -][0-9]{3}[ -][0-9]{3}", written)
        )
    return LEAST_LOCAL <= len(figures) <= MOST_LOCAL and bool(_LOCAL.search(before))


def _is_valid(figures: str) -> bool:
    """One of the few British numbers that are a figure shorter."""
    return phonenumbers.is_valid_number(phonenumbers.parse(figures, "GB"))


def _is_possible(figures: str) -> bool:
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(figures))
    except phonenumbers.NumberParseException:
        return False
