"""Display names: what they look like, and what they may not say."""

import re
import unicodedata

from peer_network.joining import errors

# Letters that look alike, in one form: nobody can pass for another by a nought in place of an o.
LOOK_ALIKE = str.maketrans("01345$@|!", "oieassaii")
SHORTEST_KEY, SHORTEST_NAME_PART = 2, 3  # letters
# The place where they'd be taken for somebody who runs it. Compared as they look.
RESERVED = ("admin", "moderator", "safeguarding", "samaritan", "nhs", "official", "support team", "staff")


def key_of(name: str) -> str:
    """The name as it looks: small, without accents, spaces and signs, with letters that look alike as one."""
    plain = unicodedata.normalize("NFKD", name).casefold().translate(LOOK_ALIKE)
    return re.sub(r"(.)\1+", r"\1", "".join(letter for letter in plain if letter.isalnum()))


def check(name: str, *, real_name: str, email: str) -> str:
    """The name with its spaces put right. Raises JoiningRefused where it says who somebody is, or passes for staff."""
    tidy = " ".join(name.split())
    key = key_of(tidy)
    if len(key) < SHORTEST_KEY:
        raise errors.NameEmpty
    if any(key_of(word) in key for word in RESERVED):
        raise errors.NameReserved
    own = [*real_name.split(), *re.split(r"[^A-Za-z]+", email.split("@")[0])]
    if any(_stands_in(part, tidy) for part in own):
        raise errors.NameTellsWhoYouAre
    return tidy


def _stands_in(part: str, name: str) -> bool:
    """Whether a part of somebody's own name stands in the chosen one; a short one ("Lee") as a word of its own."""
    key = key_of(part)
    if len(part) < SHORTEST_NAME_PART or not key:
        return False
    return key in key_of(name) if len(key) >= SHORTEST_NAME_PART else key in {key_of(word) for word in name.split()}
