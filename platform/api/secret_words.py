"""Secrets that are shown once: 256 bits of chance behind a prefix that a search for lost secrets can find."""

import hashlib
import secrets

TOKEN_PREFIX = "ipc_"  # noqa: S105 - the start of every token, not one
CALENDAR_PREFIX = "cal_"
SECRET_BYTES = 32


def new(prefix: str) -> str:
    """`ipc_` and 43 letters."""
    return prefix + secrets.token_urlsafe(SECRET_BYTES)


def digest(secret: str) -> str:
    """What is kept of it. A plain digest is enough: 256 bits can't be guessed, so there is nothing to slow down."""
    return hashlib.sha256(secret.encode()).hexdigest()
