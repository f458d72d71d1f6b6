"""Who may use the API. There are no tokens yet, so nobody: every protected address answers 401."""

from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer


class TokenAuth(HttpBearer):
    """`Authorization: Bearer <token>`. Signing in to the site does not open the API."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """The token's owner, or None where there is no such token."""
        return None
