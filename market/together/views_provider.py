"""Clubbing together, for providers: what many look for in their areas, and the shared prices that they gave."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from config.today import today
from files import offers, writing
from market.models import Club
from market.pages import page
from market.providers.access import providers_of
from market.together import presenters, queries, quotes, wording
from market.together.errors import TogetherRefused
from market.together.forms import PriceForm

HERE = "market/together"
ON_A_PAGE = 25
BAD = 422


@requires(Permission.MARKET_OFFER)
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """What people look for together, from eight people on."""
    shown = Paginator(queries.for_providers(request.access), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": shown,
        "table": presenters.table(list(shown), linked=True, prices=True),
        "downloads": offers.offers("market:provider-clubs-file"),
    }
    return page(request, f"{HERE}/provider_clubs.html", context)


@requires(Permission.MARKET_OFFER)
@methods("GET")
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """The list as a file."""
    table = presenters.table(list(queries.for_providers(request.access)), prices=True)
    return writing.answer(request, table, ending=ending, name=f"together-{today().isoformat()}")


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
@limited("market-asking", methods=("POST",))
def club(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One club, the own prices, and a form to give one."""
    found = queries.club_for_provider(request.access, public_id)
    providers = [each for each in providers_of(request.access) if found.area.slug in each.areas]
    is_open = found.state == Club.State.OPEN and bool(providers)
    form = PriceForm(request.POST or None, providers=providers) if is_open else None
    if request.method == "POST" and form is not None and form.is_valid():
        chosen = dict(form.cleaned_data)
        provider = next(each for each in providers if each.pk == chosen.pop("provider"))
        try:
            quotes.give(club=found, provider=provider, by=request.user, **chosen)
        except TogetherRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Your price is given. Everybody who looks for this is told.")
            return redirect("market:provider-club", public_id)
    own = found.quotes.filter(provider__in=providers_of(request.access))
    context = {
        "club": found,
        "what": wording.club(found),
        "number": wording.number(found),
        "prices": presenters.prices(own.select_related("provider__organisation", "club")),
        "form": form,
    }
    return page(request, f"{HERE}/provider_club.html", context, status=BAD if form and form.errors else 200)


@requires(Permission.MARKET_OFFER)
@methods("POST")
def take_back(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take a price back before it is made."""
    quote = queries.price_of_provider(request.access, public_id)
    try:
        quotes.take_back(quote=quote)
        messages.success(request, "Your price is taken back.")
    except TogetherRefused as refused:
        messages.error(request, str(refused))
    return redirect("market:provider-club", quote.club.public_id)
