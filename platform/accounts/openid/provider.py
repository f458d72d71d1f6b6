"""Our provider in place of allauth's, which trusts what it reads without looking at the token's signature."""

import json
import secrets
from typing import Any

from allauth.socialaccount.models import SocialApp, SocialToken
from allauth.socialaccount.providers.oauth2.views import OAuth2Adapter
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.utils import build_absolute_uri
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from accounts.openid import assurance, metadata, tokens
from accounts.openid.client import Client
from accounts.openid.configured import Provider
from accounts.openid.errors import ProviderRefused
from accounts.openid.fetching import get_json


def configured(provider_id: str) -> Provider:
    """The provider with this id; raises SocialApp.DoesNotExist."""
    for each in settings.OIDC_PROVIDERS:
        if each.id == provider_id:
            return each
    raise SocialApp.DoesNotExist


class Adapter(OAuth2Adapter):
    """The code flow with PKCE and a nonce; the person is whom the signed identity token names."""

    client_class = Client

    def __init__(self, request: HttpRequest, provider_id: str) -> None:
        super().__init__(request)
        self.provider_id = provider_id
        self.configured = configured(provider_id)
        self.state: dict[str, Any] = {}  # of this sign-in; set by the callback

    @property
    def access_token_url(self) -> str:  # type: ignore[override]
        """Where the code is changed for tokens."""
        return metadata.of(self.configured)["token_endpoint"]

    @property
    def authorize_url(self) -> str:
        """Where people are sent to sign in."""
        return metadata.of(self.configured)["authorization_endpoint"]

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        """Where the provider sends people back to."""
        return build_absolute_uri(request, reverse("openid_connect_callback", args=[self.provider_id]))

    def get_client(self, request: HttpRequest, app: Any) -> Client:
        """Our client at this provider."""
        client = super().get_client(request, app)
        client.provider = self.configured
        return client

    def parse_token(self, data: dict) -> SocialToken:
        """An empty one: the provider's token is used once, here, and kept nowhere, not even in the session."""
        return SocialToken(token="")

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        """Whom the provider names; raises ProviderRefused."""
        sent = kwargs["response"]
        claims = tokens.believe(
            self.configured,
            sent.get("id_token"),
            nonce=self.state.get("nonce", ""),
            access_token=sent["access_token"],
        )
        # What the token endpoint said in a signed token, the other endpoint has to say of the same person.
        userinfo = get_json(
            self.configured, metadata.of(self.configured)["userinfo_endpoint"], token=sent["access_token"]
        )
        if userinfo.get("sub") != claims["sub"]:
            raise ProviderRefused("userinfo-subject")
        facts = {"sub": claims["sub"], "two_steps": assurance.took_two_steps(self.configured, claims)}
        return self.get_provider().sociallogin_from_response(request, facts)


class OpenIDProvider(OpenIDConnectProvider):
    """allauth's provider with our adapter. Nothing of a person is taken or kept but their subject."""

    package = "accounts.openid"
    oauth2_adapter_class = Adapter
    supports_token_authentication = False

    @property
    def configured(self) -> Provider:
        """As the installation has set it up."""
        return configured(self.app.provider_id)

    def get_pkce_params(self) -> dict:
        """Always, whatever the provider asks for."""
        from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge

        return generate_code_challenge()

    def get_scope_from_request(self, request: HttpRequest) -> list[str]:
        """As configured; an address can't ask for more."""
        return list(self.configured.scopes)

    def get_auth_params_from_request(self, request: HttpRequest, action: str) -> dict[str, str]:
        """As configured; an address can't ask for less assurance."""
        asked: dict[str, str] = {}
        if self.configured.vtr:
            asked["vtr"] = json.dumps(list(self.configured.vtr), separators=(",", ":"))
        if self.configured.acr_values:
            asked["acr_values"] = " ".join(self.configured.acr_values)
        return asked

    def redirect(
        self, request: HttpRequest, process: str, next_url: Any = None, data: Any = None, **kwargs: Any
    ) -> HttpResponse:
        """On to the provider, with a nonce that its token has to bring back."""
        nonce = secrets.token_urlsafe(32)
        asked = {**(kwargs.pop("auth_params", None) or {}), "nonce": nonce}
        return super().redirect(request, process, next_url, data, auth_params=asked, nonce=nonce, **kwargs)

    def extract_uid(self, data: dict) -> str:
        """The subject: the provider's own name for the person, the same at each sign-in."""
        return data["sub"]

    def extract_extra_data(self, data: dict) -> dict:
        """Whether it took two steps this time; names, numbers and addresses are not kept."""
        return {"two_steps": data["two_steps"]}

    def extract_common_fields(self, data: dict) -> dict:
        """Nothing: the account is made from an invitation, not from what a provider knows."""
        return {}

    def extract_email_addresses(self, data: dict) -> list:
        """None: an address proves nothing here."""
        return []
