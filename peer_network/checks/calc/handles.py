"""Names on other services: `@jen_82`, "my insta is jen.s82", "find me on Facebook as Jen Smith"."""

import re
from collections.abc import Iterator

from peer_network.checks.calc.spelling import english

_SERVICE = (
    "facebook|fb|face ?book|insta|instagram|ig|snap|snap ?chat|twitter|tik ?tok|whats ?app|telegram|signal"
    "|skype|discord|messenger|kik|linked ?in"
    "|you ?tube|twitch|xbox(?: live)?|psn|playstation|steam|reddit|mumsnet|health ?unlocked|carers uk forum"
    "|zoom|facetime|gamer ?tag|tumblr|pinterest"
    "|vimeo|strava|fitbit|spotify|nextdoor|line|viber|wechat|hangouts|imessage|myspace|bebo|netmums"
    "|patient\\.info|mind forum|roblox|minecraft|fortnite"
)
_NAME = r"@?[A-Za-z][A-Za-z0-9._#-]{2,30}"
_AT = re.compile(
    r"(?<![\w@./])@(?!everyone\b|everybody\b|all\b|admin\b|mods?\b|moderators?\b|home\b|work\b|the\b|least\b"
    r"|about\b|last\b)([A-Za-z][A-Za-z0-9_.]{2,30})(?![\w@]|\.[a-z])"
)
_TOLD = re.compile(
    rf"\b(?:{_SERVICE}|user ?names?|user ?id|screen ?name|handle|log ?in name|gamer ?tag)\b(?:\s(?:account|name"
    rf"|user ?name|handle|profile|page|id|tag|on there))?"
    rf"[^.!?\n\w]{{0,3}}\s?(?:is|it'?s|as|under|called|:|=|-|@|am|i'?m|i am|me|me at|me as|by|for|name|search"
    rf"|too|at|there|and|,|\()?[\s:=-]{{0,3}}(?:called|as|under|@|for|me|name|at|is|:)?\s?"
    rf"[\"']?(?P<name>{_NAME})",
    re.IGNORECASE,
)
_ON = re.compile(
    rf"(?<![\w@])(?P<name>{_NAME})[\"']?[,)]?\s(?:on|at|over on|in)\s(?:the\s|my\s)?(?:{_SERVICE})\b", re.IGNORECASE
)
_AS_NAMED = re.compile(
    rf"\b(?:{_SERVICE})\b[^.!?\n]{{0,30}}?\b(?:as|under|called|name is|search for|i'?m|look for)\s[\"']?"
    rf"(?P<name>[A-Z][a-z'-]+\s[A-Z][A-Za-z'-]+)"
)
_LOOK_UP = re.compile(
    rf"\b(?i:find|add|follow|look up|search|friend|message|dm|look for|search for|look me up|find"
    rf" me)\b[^.!?\n]{{0,20}}?(?<![\w])(?P<name>[A-Z][a-z'-]+\s[A-Z][A-Za-z'-]+)\s(?i:on|at)\s(?i:{_SERVICE})\b"
)
_OUR_USERNAME = re.compile(
    r"\b(?:user ?name|handle|screen ?name|gamer ?tag|user ?id)\b[^.!?\n]{0,12}?\b(?:is|:|=)\s?[\"']?(?P<name>"
    + _NAME
    + r")",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where names on other services stand in a plain text."""
    for found in _AT.finditer(text):
        yield found.start(), found.end()
    for pattern in (_TOLD, _ON, _OUR_USERNAME):
        for found in pattern.finditer(text):
            if _is_made_up(found["name"]):
                yield found.start("name"), found.end("name")
    for pattern in (_AS_NAMED, _LOOK_UP):
        for found in pattern.finditer(text):
            yield found.start("name"), found.end("name")


def _is_made_up(name: str) -> bool:
    """`jen_82`, `jenS`, `jensmith`: no word that anybody would write for something else."""
    bare = name.strip("@.-'").removesuffix("'s")
    if name.startswith("@") or re.search(r"[0-9_#]|[a-z][A-Z]|\w\.\w", bare):
        return not re.fullmatch(r"(?:covid|step|level|part|number|day|week|page)[-_ ]?[0-9]+", bare, re.IGNORECASE)
    return len(bare) >= 6 and "-" not in bare and bare.lower() not in english() and bare.islower()
