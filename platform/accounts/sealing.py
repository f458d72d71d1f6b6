"""Sealing short secrets that have to be read again: seeds of code apps and recovery codes.

Authenticated encryption (Fernet: AES-128 in CBC mode with HMAC-SHA256) under keys made from SECRET_KEY and its
fallbacks, one for each purpose, so that what was sealed for one can't be used as the other.
"""

import base64
import secrets

import structlog
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac

SEEDS = "accounts.seeds"
MARK = "sealed:"  # in front of a sealed seed; those of earlier versions have none and are plain
SEED_FIELDS = ("secret", "seed")  # where allauth keeps them: of an app, of recovery codes

log = structlog.get_logger(__name__)


def keys(purpose: str) -> MultiFernet:
    """The keys of a purpose: seals with SECRET_KEY, opens with its fallbacks too."""
    return MultiFernet([Fernet(_key(purpose, each)) for each in _secret_keys()])


def seal_seed(seed: str) -> str:
    """A seed as only this installation can read it."""
    return MARK + keys(SEEDS).encrypt(seed.encode()).decode()


def open_seed(kept: str) -> str:
    """The seed again; a plain one of an earlier version as it is.

    One whose key is gone becomes a seed that nobody has: every code is wrong then, and the page says so as usual.
    """
    if not kept.startswith(MARK):
        return kept
    try:
        return keys(SEEDS).decrypt(kept.removeprefix(MARK).encode()).decode()
    except InvalidToken:
        log.warning("a second step can't be read: it was sealed with a SECRET_KEY that is no longer set")
        return base64.b32encode(secrets.token_bytes(20)).decode()


@transaction.atomic
def seal_all_again() -> int:
    """Seal with the newest key what is plain, or sealed with an earlier one; returns how many second steps it was.

    What no key opens is left as it is: its key may come back.
    """
    sealed = 0
    for row in Authenticator.objects.select_for_update().exclude(type=Authenticator.Type.WEBAUTHN).order_by("pk"):
        anew = {name: _again(row.data[name]) for name in SEED_FIELDS if name in row.data}
        if any(row.data[name] != value for name, value in anew.items()):
            row.data = {**row.data, **anew}
            row.save(update_fields=["data"])
            sealed += 1
    return sealed


def newest(token: str, purpose: str) -> str:
    """The token as the newest key of a purpose seals it; itself where that is so already, or where no key opens it."""
    try:
        Fernet(_key(purpose, settings.SECRET_KEY)).decrypt(token.encode())
    except InvalidToken:
        try:
            return keys(purpose).rotate(token.encode()).decode()
        except InvalidToken:
            return token
    return token


def _again(kept: str) -> str:
    if not kept.startswith(MARK):
        return seal_seed(kept)
    return MARK + newest(kept.removeprefix(MARK), SEEDS)


def _secret_keys() -> list[str]:
    return [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]


def _key(purpose: str, secret: str) -> bytes:
    return base64.urlsafe_b64encode(salted_hmac(purpose, "", secret=secret, algorithm="sha256").digest())
