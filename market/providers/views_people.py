"""Who writes for a provider: seeing them, inviting somebody, ending it, taking an invitation back."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts import errors as account_errors
from accounts.access import methods, requires
from accounts.people_views import withdraw_and_tell
from accounts.permissions import Permission
from market.pages import page
from market.providers import access, editors
from market.providers.errors import ProviderRefused
from market.providers.forms import InviteForm


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
def people(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Everybody who writes for it, and inviting somebody."""
    provider = access.own_provider(request, public_id)
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        try:
            editors.invite(organisation=provider.organisation, email=email, by=request.user)
        except (account_errors.AlreadyInvited, account_errors.AccountDisabled) as error:
            form.add_error("email", str(error))
        else:
            messages.success(request, f"An invitation is on its way to {email}.")
            return redirect("market:provider-people", public_id)
    context = {
        "provider": provider,
        "form": form,
        "people": list(editors.of(provider)),
        "invited": list(editors.open_invitations(provider)),
    }
    return page(request, "market/providers/people.html", context, status=422 if form.errors else 200)


@requires(Permission.MARKET_OFFER)
@methods("POST")
def end(request: HttpRequest, public_id: uuid.UUID, membership: int) -> HttpResponse:
    """Somebody writes for it no longer."""
    provider = access.own_provider(request, public_id)
    row = editors.of(provider).filter(pk=membership).first()
    if row is None:
        raise Http404("There is no such person here.")
    try:
        editors.end(membership=row, provider=provider, by=request.user)
    except ProviderRefused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, f"{row.user} no longer writes for {provider.organisation.name}.")
        if row.user_id == request.user.pk:
            return redirect("ui:home")
    return redirect("market:provider-people", public_id)


@requires(Permission.MARKET_OFFER)
@methods("POST")
def uninvite(request: HttpRequest, public_id: uuid.UUID, invitation: int) -> HttpResponse:
    """Take an invitation back."""
    provider = access.own_provider(request, public_id)
    row = editors.open_invitations(provider).filter(pk=invitation).first()
    if row is None:
        raise Http404("There is no such invitation.")
    withdraw_and_tell(request, row)
    return redirect("market:provider-people", public_id)
