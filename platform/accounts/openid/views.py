"""To a provider, and back. Who may open them stands in `accounts.outside_rules`, with allauth's other pages."""

from typing import Any

from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import Http404, HttpRequest, HttpResponse

from accounts.openid import metadata
from accounts.openid.errors import ProviderRefused
from accounts.openid.provider import Adapter


def start(request: HttpRequest, provider_id: str) -> HttpResponse:
    """A page that asks to go on; its form may lead to the provider's addresses, and no other page's may."""
    adapter = _adapter(request, provider_id)
    try:
        response = OAuth2LoginView.adapter_view(adapter)(request)
    except ProviderRefused as refusal:
        return render_authentication_error(request, adapter.get_provider(), exception=refusal)
    response._csp_update = {"form-action": list(adapter.configured.form_origins)}
    return response


def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Back from the provider: somebody is signed in or linked, or reads why not."""
    return Callback.adapter_view(_adapter(request, provider_id))(request)


class Callback(OAuth2CallbackView):
    """allauth's, which hands the sign-in's own state on to the adapter, and looks who answers (RFC 9207)."""

    adapter: Adapter

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sign in, or say plainly that it did not work."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except ProviderRefused as refusal:
            return render_authentication_error(request, self.adapter.get_provider(), exception=refusal)

    def _get_state(self, request: HttpRequest, provider: Any) -> Any:
        state, refusal = super()._get_state(request, provider)
        if refusal is not None:
            return state, refusal
        issuer = metadata.of(self.adapter.configured)["issuer"]
        if request.GET.get("iss", issuer) != issuer:
            raise ProviderRefused("issuer", "another provider answered")
        self.adapter.state = state
        return state, None


def _adapter(request: HttpRequest, provider_id: str) -> Adapter:
    try:
        return Adapter(request, provider_id)
    except SocialApp.DoesNotExist:
        raise Http404("No such page.") from None
