"""What a look at a text can find, and the words in which each finding explains itself to the writer.

The words are for somebody who may be frightened or tired: short, kind, what it is and what to do. Nobody is blamed.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What was found."""

    CRISIS_EXPLICIT = "crisis_explicit"
    CRISIS_OBLIQUE = "crisis_oblique"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    POSTCODE = "postcode"
    NHS_NUMBER = "nhs_number"
    NATIONAL_INSURANCE = "national_insurance"
    BANK = "bank"
    CAR = "car"
    FULL_NAME = "full_name"
    DATE_OF_BIRTH = "date_of_birth"
    HANDLE = "handle"
    PROFILE = "profile"
    LINK = "link"
    TOO_MANY_LINKS = "too_many_links"
    BLOCKED_LINK = "blocked_link"
    DUPLICATE = "duplicate"
    UNKIND = "unkind"


CRISIS = frozenset({Kind.CRISIS_EXPLICIT, Kind.CRISIS_OBLIQUE})
PERSONAL = frozenset(
    {
        Kind.PHONE,
        Kind.EMAIL,
        Kind.ADDRESS,
        Kind.POSTCODE,
        Kind.NHS_NUMBER,
        Kind.NATIONAL_INSURANCE,
        Kind.BANK,
        Kind.CAR,
        Kind.FULL_NAME,
        Kind.DATE_OF_BIRTH,
        Kind.HANDLE,
        Kind.PROFILE,
    }
)


@dataclass(frozen=True)
class Finding:
    """One thing that was found.

    `start` and `end` are places in the text as it was written, so that `text[start:end] == quoted`. `explains` says
    what it is and why that matters, `mend` what the writer can do. With `holds`, a post that is sent as it stands
    is read by a moderator before members see it; without, the writer decides alone.
    """

    kind: Kind
    start: int
    end: int
    quoted: str
    explains: str
    mend: str
    holds: bool


@dataclass(frozen=True)
class Saying:
    """How findings of one kind explain themselves."""

    title: str
    explains: str
    mend: str
    holds: bool


_STRANGERS = "Anybody in the network could see it, and it can't be unseen."
_OUT = "Please take it out."

SAYINGS = {
    Kind.CRISIS_EXPLICIT: Saying(
        "Words that worry us",
        "It sounds as if you or somebody else may be in danger. You matter, and you don't have to face this alone.",
        "If somebody is in danger now, call 999. You can talk to Samaritans on 116 123, or text SHOUT to 85258, at any"
        " time. A moderator will read your post before others see it.",
        True,
    ),
    Kind.CRISIS_OBLIQUE: Saying(
        "Words that worry us",
        "It sounds as if things are very hard just now. We may have read it wrongly, and we would sooner ask.",
        "You can talk to Samaritans on 116 123, or call NHS 111, at any time. A moderator will read your post before"
        " others see it.",
        True,
    ),
    Kind.PHONE: Saying(
        "A phone number",
        f"This looks like a phone number. {_STRANGERS}",
        f"{_OUT} You can ask to talk in private.",
        True,
    ),
    Kind.EMAIL: Saying(
        "An e-mail address",
        f"This looks like an e-mail address. {_STRANGERS}",
        f"{_OUT} You can ask to talk in private.",
        True,
    ),
    Kind.ADDRESS: Saying(
        "An address", f"This looks like where somebody lives. {_STRANGERS}", f"{_OUT} The name of a town is fine.", True
    ),
    Kind.POSTCODE: Saying(
        "A postcode", f"This looks like a postcode. {_STRANGERS}", f"{_OUT} The first half alone is fine.", True
    ),
    Kind.NHS_NUMBER: Saying(
        "An NHS number",
        "This looks like an NHS number. It belongs to one person only.",
        f"{_OUT} Nobody here needs it.",
        True,
    ),
    Kind.NATIONAL_INSURANCE: Saying(
        "A National Insurance number",
        "This looks like a National Insurance number. Somebody could use it to pretend to be you.",
        _OUT,
        True,
    ),
    Kind.BANK: Saying(
        "Bank details", "This looks like bank or card details. Somebody could use them to take money.", _OUT, True
    ),
    Kind.CAR: Saying(
        "A number plate", "This looks like the number plate of a car. It can show where somebody lives.", _OUT, True
    ),
    Kind.FULL_NAME: Saying(
        "A full name",
        "This looks like somebody's full name. They may not want to be named here.",
        "A first name, or “my nurse”, is enough. You could change it to that.",
        True,
    ),
    Kind.DATE_OF_BIRTH: Saying(
        "A date of birth",
        "This looks like a date of birth. With a name, it can be used to find somebody.",
        "Saying how old somebody is, is fine. You could change it to that.",
        True,
    ),
    Kind.HANDLE: Saying(
        "A name on another site",
        "This looks like a name on another site. People here could use it to find out who you are.",
        f"{_OUT} You can ask to talk in private.",
        True,
    ),
    Kind.PROFILE: Saying(
        "A link to somebody's page",
        "This link looks like somebody's own page. It can show who you, or they, are.",
        _OUT,
        True,
    ),
    Kind.LINK: Saying(
        "A link written in a hidden way",
        "This looks like a link that is written so that it doesn't look like one.",
        "Please write it out in full, or take it out, so that people can see where it goes.",
        False,
    ),
    Kind.TOO_MANY_LINKS: Saying(
        "Many links",
        "This post has more links than we can show at once. It keeps out people who only want to sell things.",
        "Please keep the links that help most. Or send it, and a moderator will look at it first.",
        True,
    ),
    Kind.BLOCKED_LINK: Saying(
        "A link that we don't show",
        "This link goes to a site that we don't show here, because it has hurt or cheated people.",
        "Please take it out.",
        True,
    ),
    Kind.DUPLICATE: Saying(
        "You have written this already",
        "You posted nearly the same words a short while ago. People may still be reading them.",
        "You can add to your first post. Or send it, and a moderator will look at it first.",
        True,
    ),
    Kind.UNKIND: Saying(
        "Words that may hurt",
        "These words may hurt somebody who reads them, even if you don't mean it so.",
        "Please read it once more. You can change it or send it as it is.",
        False,
    ),
}


def finding(kind: Kind, text: str, start: int, end: int) -> Finding:
    """The finding at a place of the written text, in the words of its kind."""
    said = SAYINGS[kind]
    return Finding(kind, start, end, text[start:end], said.explains, said.mend, said.holds)
