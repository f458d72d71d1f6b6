"""The secret part of a reviewer's link. It is random and long, so that no slow hash is needed for what is kept."""

import hashlib
import secrets

TOKEN_BYTES = 32


def new_token() -> str:
    """A new token, for the link that one person gets."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
