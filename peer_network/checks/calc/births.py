"""Dates of birth: a date after words that say so, or a whole date of long ago."""

import re
from collections.abc import Iterator

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct"
    r"(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = (
    r"(?:[0-3]?[0-9](?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|[a-z]{6,10}teenth|twentieth|twenty[ -][a-z]{5,7}|thirtieth|thirty[ -]first)"
)
_YEAR = r"(?:19[0-9]{2}|20[01][0-9]|['’]?[0-9]{2}(?![0-9]))"
_WHOLE_YEAR = r"(?:19[0-9]{2}|20[01][0-9]|nineteen[ -][a-z]{3,9}(?:[ -](?!and|for|the|but|was)[a-z]{3,5})?)"
_IN_FIGURES = (
    rf"[0-3]?[0-9]\s?[/.\-_ ]\s?[0-3]?[0-9]\s?[/.\-_ ]\s?{_YEAR}|{_WHOLE_YEAR}-[01][0-9]-[0-3][0-9]|"
    rf"(?<![0-9])[0-3][0-9][01][0-9](?:19|20)[0-9]{{2}}(?![0-9])"
)
_IN_WORDS = (
    rf"(?:the\s)?{_DAY}\s(?:day\s)?(?:of\s)?{_MONTH},?(?:\s(?:of\s)?{_YEAR}|\s{_WHOLE_YEAR})|{_MONTH}\s"
    rf"(?:the\s)?{_DAY},?\s(?:{_WHOLE_YEAR}|{_YEAR})"
)
_NO_YEAR = rf"(?:the\s)?{_DAY}\s(?:of\s)?{_MONTH}|{_MONTH}\s(?:the\s)?{_DAY}|[0-3]?[0-9]/[0-3]?[0-9](?![0-9/])"
_DATE = rf"(?P<date>{_IN_FIGURES}|{_IN_WORDS})(?![A-Za-z0-9])"
_DATE_ANY = rf"(?P<date>{_IN_FIGURES}|{_IN_WORDS}|{_NO_YEAR})(?![A-Za-z0-9])"
_TOLD = re.compile(
    rf"\b(?:d\.?\s?o\.?\s?b\.?|dates? of births?|birth ?dates?|date born|born)"
    rf"(?![A-Za-z])[^.!?\n0-9]{{0,25}}?{_DATE_ANY}",
    re.IGNORECASE,
)
_BIRTHDAY = re.compile(
    rf"\b(?:birth ?days?|bday|b-day|born)(?:'s)?(?![A-Za-z])[^.!?\n0-9]{{0,30}}?{_DATE}", re.IGNORECASE
)
_SHORT = re.compile(rf"(?<![A-Za-z])\(?b\.?\s?{_DATE}", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"(?<![0-9/.-])(?:(?:0?[1-9]|[12][0-9]|3[01])\s?[/.-]\s?(?:0?[1-9]|1[0-2])\s?[/.-]\s?19[0-9]{2}"
    r"|19[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9])"
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where dates of birth stand in a plain text."""
    for pattern in (_TOLD, _BIRTHDAY, _SHORT):
        for found in pattern.finditer(text):
            yield found.start("date"), found.end("date")
    yield from ((found.start(), found.end()) for found in _LONG_AGO.finditer(text))
