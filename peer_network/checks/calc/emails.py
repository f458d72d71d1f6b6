"""E-mail addresses, also where they are written so that machines don't see them: `name at gmail dot com`."""

import re
from collections.abc import Iterator

_PROVIDERS = (
    "gmail|googlemail|hotmail|outlook|yahoo|ymail|icloud|btinternet|btopenworld|aol|live|msn|talktalk|sky"
    "|virginmedia|ntlworld"
    "|proton|protonmail|tiscali|blueyonder|plusnet|zoho|gmx|rocketmail|mail|me|nhs"
)
_ENDINGS = (
    "com|co|uk|org|net|nhs|gov|ac|me|info|eu|io|ie|fr|de|es|it|pl|tv|biz|scot|wales|cymru|london|live|test"
    "|example|invalid|email"
)
_OPEN, _CLOSE = r"[(\[{<*_~-]", r"[)\]}>*_~-]"
_SIGN = re.compile(
    rf"(?P<sign>\s{{0,2}}@\s{{0,2}})"
    rf"|(?P<bracketed>\s{{0,2}}{_OPEN}{{1,2}}\s?(?:at|@|a|AT|At)\s?{_CLOSE}{{1,2}}\s{{0,2}})"
    r"|(?P<word>(?<=[\w.])\s{1,3}(?:at|AT|At|aT)(?:\s?sign)?\s{1,3})"
    r"|(?P<run>(?<=[a-z0-9])AT(?=[a-z]))"
)
_LOCAL = re.compile(r"[A-Za-z0-9._%+'&-]{1,64}$")
_LOCAL_SAID = re.compile(
    r"(?:[A-Za-z0-9]{1,30}\s{1,2}(?:dot|underscore|under score|dash|hyphen|point"
    r"|plus)\s{1,2}){1,3}[A-Za-z0-9._-]{1,30}$",
    re.IGNORECASE,
)
_DOT = (
    rf"(?:\s?\.\s?|\s{{0,2}}{_OPEN}\s?(?:dot|\.|d0t|point)\s?{_CLOSE}\s{{0,2}}|\s{{1,3}}(?:dot|d0t|point|full"
    rf" stop)\s{{1,3}}|DOT|,(?=com\b|co\b))"
)
_TIGHT_DOT = (
    rf"(?:[.,]|\s{{0,2}}{_OPEN}\s?(?:dot|\.|d0t|point)\s?{_CLOSE}\s{{0,2}}|\s{{1,3}}(?:dot|d0t|point|full"
    rf" stop)\s{{1,3}}|DOT)"
)
_NAME = r"[A-Za-z0-9-]{1,40}"
_DOMAIN = re.compile(rf"(?:{_NAME}{_DOT}){{1,4}}(?:{_ENDINGS})(?![A-Za-z0-9])", re.IGNORECASE)
_TIGHT_DOMAIN = re.compile(rf"(?:{_NAME}{_TIGHT_DOT}){{1,4}}(?:{_ENDINGS})(?![A-Za-z0-9])", re.IGNORECASE)
_ANY_DOMAIN = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,12}(?![A-Za-z0-9])")
_PROVIDER = re.compile(rf"(?:{_PROVIDERS})(?![A-Za-z0-9])", re.IGNORECASE)
_SURE_PROVIDER = re.compile(
    r"(?:gmail|googlemail|hotmail|yahoo|ymail|icloud|btinternet|aol|protonmail)(?![A-Za-z0-9.])", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:e-?mail\w*|mail|contact|write to|message|reach|address)\b[^\n]{0,60}$", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|btinternet)(?:\s(?:account|address|name))?\s?(?:is|:|=|-)\s?"
    r"([A-Za-z][A-Za-z0-9._-]{2,40})",
    re.IGNORECASE,
)
_ON = re.compile(
    r"(?<![\w@])([A-Za-z]\w*[0-9._]\w*)\s(?:on|at|with)\s(?:gmail|hotmail|yahoo|icloud|outlook|googlemail)\b",
    re.IGNORECASE,
)
_NO_LOCALS = {
    "look",
    "looked",
    "looking",
    "is",
    "was",
    "found",
    "see",
    "are",
    "it",
    "here",
    "site",
    "page",
    "online",
    "more",
}
# Post boxes of organisations: they are there to be passed on.
_OFFICE = re.compile(
    r"(?:info|enquir(?:y|ies)|inquiries|help(?:line|desk)?|support|contact(?:us)?|admin|office|hello|advice"
    r"|mail|post|reception|team|press"
    r"|feedback|complaints|pals|membership|events|training|volunteer(?:s|ing)?|bookings?|jo|carers?|no-?reply"
    r"|customer\.?services?)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where e-mail addresses of people stand in a plain text."""
    for sign in _SIGN.finditer(text):
        start = _local(text, sign.start())
        end = _end(text, sign, start)
        if start < sign.start() and end and not _is_office(text[start : sign.start()], text[sign.end() : end]):
            yield start, end
    for named in (*_NAMED.finditer(text), *_ON.finditer(text)):
        if any(letter in "0123456789._" for letter in named[1].rstrip(".")):
            yield named.start(), named.end()


def _local(text: str, end: int) -> int:
    before = text[max(0, end - 130) : end]
    found = _LOCAL_SAID.search(before) or _LOCAL.search(before)
    return end - len(before) + found.start() if found else end


def _end(text: str, sign: re.Match[str], start: int) -> int | None:
    """Where the address ends; nothing, where what follows is no post box."""
    at = sign.end()
    if sign["word"] is None:
        tight = sign["sign"] == "@" and _ANY_DOMAIN.match(text, at)
        found = tight or _DOMAIN.match(text, at) or _PROVIDER.match(text, at)
        return found.end() if found else None
    if found := _TIGHT_DOMAIN.match(text, at):
        said = re.search(r"dot|d0t|point", found[0], re.IGNORECASE)
        local = text[start : sign.start()]
        if local.lower() in _NO_LOCALS and not said:  # "look at nhs.uk"
            return None
        told = re.search(r"[0-9._]", local.strip(".")) or _ASKED.search(text[max(0, start - 80) : start])
        return found.end() if said or told or _PROVIDER.match(text, at) else None
    sure = _SURE_PROVIDER.match(text, at)
    return sure.end() if sure else None


def _is_office(local: str, domain: str) -> bool:
    return bool(_OFFICE.fullmatch(local.strip(" ("))) and not _PROVIDER.match(domain)
