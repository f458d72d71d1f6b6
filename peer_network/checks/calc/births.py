"""Dates of birth: a date beside words that say so, or a whole date of long ago."""

import re
from collections.abc import Iterator

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_SAID_DAY = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]{3,6}teenth|twentieth"
    r"|twenty[ -][a-z]{5,7}|thirtieth|thirty[ -]first"
)
_DAY = rf"(?:[0-3]?[0-9]\s?(?:st|nd|rd|th)?|{_SAID_DAY})"
_MONTH_SAID = rf"(?:{_MONTH}|(?:the\s)?(?:[01]?[0-9](?:st|nd|rd|th)|{_SAID_DAY}))"
_SAID_YEAR = (
    r"(?:nineteen|twenty)[ -](?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -][a-z]{3,5})?"
    r"|oh[ -][a-z]{3,5}|[a-z]{3,6}teen|eleven|twelve|ten)|two thousand(?: and [a-z]{3,8})?"
)
_YEAR = (
    rf"(?:19[0-9]{{2}}|20[0-2][0-9]|'?[0-9]{{2}}(?![0-9])|{_SAID_YEAR}|(?:thirty|forty|fifty|sixty|seventy"
    rf"|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_GAP = r"\s?[/.,\-_ ]{0,2}\s?"
_FIGURES = (
    r"[0-3]?[0-9]\s?[/.,\-_ |:]\s?[0-3]?[0-9]\s?[/.,\-_ |:]\s?(?:19[0-9]{2}|20[0-2][0-9]|'?[0-9]{2}(?![0-9]))"
    r"|(?:19[0-9]{2}|20[0-2][0-9])[/. -][01]?[0-9][/. -][0-3]?[0-9]"
    r"|(?<![0-9])[0-3][0-9][01][0-9](?:19|20)?[0-9]{2}(?![0-9])"
)
_WORDS = (
    rf"(?:the\s)?{_DAY}{_GAP}(?:day\s)?(?:of\s)?{_MONTH_SAID}{_GAP}(?:in\s|of\s)?{_YEAR}"
    rf"|{_MONTH}{_GAP}(?:the\s)?{_DAY}{_GAP}{_YEAR}|(?:19[0-9]{{2}}|20[0-2][0-9]),?\s{_MONTH}\s{_DAY}"
    rf"|(?:19[0-9]{{2}}|20[0-2][0-9]),?\s{_DAY}\s(?:of\s)?{_MONTH}"
)
_NO_YEAR = rf"(?:the\s)?{_DAY}\s(?:of\s)?{_MONTH}|{_MONTH}\s(?:the\s)?{_DAY}|[0-3]?[0-9]/[01]?[0-9](?![0-9/])"
_CUE = (
    r"(?:d\.?\s?o\.?\s?b\.?|dates? of births?|birth ?dates?|date born|born|birth ?days?|b-?day|birth|came into"
    r" the world|turn(?:ed|s|ing)? [0-9]{1,3})"
)
_TOLD = re.compile(
    rf"\b{_CUE}(?:'s)?(?![A-Za-z])[^!?\n]{{0,40}}?(?<![0-9A-Za-z])(?P<date>{_FIGURES}|{_WORDS})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_SURE = re.compile(
    rf"\b(?:d\.?\s?o\.?\s?b\.?|dates? of births?|birth ?dates?|date born|born)(?![A-Za-z])[^.!?\n0-9]{{0,25}}?"
    rf"(?<![0-9A-Za-z])(?P<date>{_NO_YEAR})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_TURNED = re.compile(
    rf"(?<![0-9A-Za-z])(?P<date>{_FIGURES}|{_WORDS})(?![A-Za-z0-9])[^.!?\n]{{0,30}}?"
    r"\b(?:d\.?o\.?b\.?|date of birth|birth ?date|birth ?day|b-?day|was born|were born|born)\b",
    re.IGNORECASE,
)
_SHORT = re.compile(rf"(?<![A-Za-z])\(?b\.?\s?(?P<date>{_FIGURES}|{_WORDS})(?![A-Za-z0-9])", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"(?<![0-9/.-])(?P<date>(?:0?[1-9]|[12][0-9]|3[01])\s?[/.-]\s?(?:0?[1-9]|1[0-2])\s?[/.-]\s?19[0-9]{2}"
    r"|19[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9])"
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where dates of birth stand in a plain text."""
    for pattern in (_TOLD, _SURE, _TURNED, _SHORT, _LONG_AGO):
        for found in pattern.finditer(text):
            yield found.start("date"), found.end("date")
