"""Sealing what must not be read or forged: a waiting e-mail's text, and the token of a link that leaves e-mails.

Authenticated encryption (Fernet: AES-128 in CBC mode with HMAC-SHA256) under keys made from SECRET_KEY and its
fallbacks, one for each purpose, so that a token of one can't be used as the other. Tokens don't run out.
"""

import json
from typing import Any

from cryptography.fernet import InvalidToken

from accounts import sealing
from notify.errors import BadToken, SealBroken

MAILS, LEAVING = "notify.mails", "notify.leaving"


def seal(document: dict[str, Any]) -> str:
    """A waiting e-mail as text that only this installation can read."""
    return sealing.keys(MAILS).encrypt(json.dumps(document).encode()).decode()


def unseal(sealed: str) -> dict[str, Any]:
    """The document again; raises SealBroken."""
    try:
        return json.loads(sealing.keys(MAILS).decrypt(sealed.encode()))
    except InvalidToken:
        raise SealBroken from None


def leaving_token(person_id: Any, kind: str) -> str:
    """What a mail's link to leave carries: reveals neither who nor what."""
    return sealing.keys(LEAVING).encrypt(f"{person_id} {kind}".encode()).decode().rstrip("=")


def read_leaving_token(token: str) -> tuple[str, str]:
    """(public id of the person, kind); raises BadToken for one that was not made here."""
    try:
        padded = token + "=" * (-len(token) % 4)
        person_id, _, kind = sealing.keys(LEAVING).decrypt(padded.encode("ascii")).decode().partition(" ")
    except (InvalidToken, UnicodeError):
        raise BadToken from None
    return person_id, kind
