"""Who may use the API: whoever sends a token that works, for what its scopes say, with its owner's rights of now."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.security import HttpBearer

from accounts import rate_limits
from accounts.access import Access
from api import actions, problems, queries, scopes, secret_words
from api.errors import Problem
from api.models import Token

IN_THE_ADDRESS = (
    "Never put a token into an address: addresses are written to logs. Revoke this token, make a new one, "
    "and send it in the header Authorization."
)


class TokenAuth(HttpBearer):
    """`Authorization: Bearer ipc_…`, for one scope. Signing in to the site does not open the API."""

    def __init__(self, scope: str = "") -> None:
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> Any:
        """The token; raises Problem (401, 403, 429, or 400 for a token in the address)."""
        if any(secret_words.TOKEN_PREFIX in value for value in (request.path, *request.GET.values())):
            raise Problem(400, IN_THE_ADDRESS)
        token = super().__call__(request)
        if token is None:
            _slow_down(rate_limits.count(request, "api-refused", user=None))
            raise Problem(401, problems.SEND_A_TOKEN)
        return token

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        """The token behind the secret, once its scope and its owner's rights are seen to allow this; else None."""
        found = queries.by_secret(token)
        if found is None or _lacks_two_steps(found):
            return None
        _slow_down(rate_limits.count(request, "api", user=found.owner))
        request.user, request.access = found.owner, Access(found.owner)
        actions.note_use(thing=found)
        if self.scope:
            self._refuse_beyond(found, request.access)
        return found

    def _refuse_beyond(self, token: Token, access: Access) -> None:
        if self.scope not in token.scopes:
            raise Problem(403, f"This token was not made for {self.scope}. Make one that is, at /me/tokens/.")
        permission = scopes.find(self.scope).permission
        if permission is not None and not access.can(permission):
            raise Problem(403, problems.NOT_YOURS)


def _lacks_two_steps(token: Token) -> bool:
    """Whether its owner has a role that needs two-step sign-in, and made it without."""
    return settings.MFA_REQUIRED_FOR_STAFF_ROLES and not token.two_steps and Access(token.owner).is_staff


def _slow_down(seconds: int) -> None:
    if seconds:
        raise Problem(429, "Too many requests. Wait a little.", headers={"Retry-After": str(seconds)})
