"""Removing a passkey: allauth's page, but never for the last way to sign in."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import remove_webauthn
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from accounts.access import methods, signed_in


@methods("GET", "POST")
@signed_in
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then remove one's own passkey; allauth itself asks of its app with codes alone whether it may go."""
    keys = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.WEBAUTHN)
    if not get_adapter().can_delete_authenticator(get_object_or_404(keys, pk=pk)):
        messages.error(request, "You need this one to sign in. Add another passkey, an app or a password first.")
        return redirect("mfa_list_webauthn")
    return remove_webauthn(request, pk=pk)
