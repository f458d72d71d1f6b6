"""Our side at the provider's token endpoint."""

import time
import uuid
from typing import Any

import jwt
from allauth.socialaccount.providers.oauth2.client import OAuth2Client
from requests.auth import HTTPBasicAuth

from accounts.openid import metadata
from accounts.openid.configured import Provider
from accounts.openid.errors import ProviderRefused
from accounts.openid.fetching import post_form
from accounts.openid.shapes import Proof

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
ASSERTION_SECONDS = 120


class Client(OAuth2Client):
    """Asks for tokens as the provider's shape says: with a signed assertion, or with a secret."""

    provider: Provider  # set by the adapter

    def get_access_token(self, code: str, pkce_code_verifier: str | None = None, extra_data: Any = None) -> dict:
        """The token endpoint's answer; raises ProviderRefused or ProviderUnreachable."""
        data = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.callback_url,
            "code_verifier": pkce_code_verifier or "",
        }
        auth = None
        if self.provider.proof is Proof.PRIVATE_KEY:
            data |= {"client_assertion_type": ASSERTION_TYPE, "client_assertion": assertion(self.provider)}
            data["client_id"] = self.provider.client_id
        elif self._takes_secret_in_header():
            auth = HTTPBasicAuth(self.provider.client_id, self.provider.secret)
        else:
            data |= {"client_id": self.provider.client_id, "client_secret": self.provider.secret}
        answer = post_form(self.provider, self.access_token_url, data, auth)
        if not isinstance(answer.get("access_token"), str) or str(answer.get("token_type", "")).lower() != "bearer":
            raise ProviderRefused("no-access-token")
        return answer

    def _takes_secret_in_header(self) -> bool:
        known = metadata.of(self.provider).get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        return "client_secret_post" not in known


def assertion(provider: Provider) -> str:
    """A statement, signed with our key, that it is us who ask the token endpoint, good once and for two minutes.

    RFC 7523, section 3.
    """
    now = int(time.time())
    claims = {
        "iss": provider.client_id,
        "sub": provider.client_id,
        "aud": metadata.of(provider)["token_endpoint"],
        "jti": str(uuid.uuid4()),
        "iat": now,
        "exp": now + ASSERTION_SECONDS,
    }
    headers = {"kid": provider.key_id} if provider.key_id else None
    return jwt.encode(claims, provider.private_key, algorithm=provider.client_signing, headers=headers)
