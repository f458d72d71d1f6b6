"""Finding support: the search, an offer, a provider. Open to everybody; the address has all that was chosen."""

import uuid
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from accounts.access import methods, public
from accounts.permissions import Permission
from accounts.rate_limits import limited
from config.today import today
from files import offers, writing
from market import area_names
from market.finding import comparing, facts, missing, panels, presenters, queries
from market.finding.filters import FindForm
from market.pages import page

ON_A_PAGE = 20
# Of a file: what is more has to be narrowed first; the file says so.
MOST_IN_A_FILE = 2_000
CELLS_OF_A_ROW = 13


@public
@methods("GET")
@limited("search")
def find(request: HttpRequest) -> HttpResponse:
    """Offers that fit; where none does, how to go on."""
    areas = area_names.short_by_slug()
    form = FindForm(request.GET, areas=areas)
    chosen = form.chosen()
    shown = Paginator(queries.found(chosen), ON_A_PAGE).get_page(request.GET.get("page"))
    kept = comparing.ids_of(request.GET)
    context: dict[str, Any] = {
        "filters": form,
        "page": shown,
        "rows": [presenters.row(each, areas) for each in shown],
        "is_narrowed": bool(queries.conditions(chosen)),
        "has_sample": any(each.is_sample for each in shown),
        "downloads": offers.offers(
            "market:find-file", query=request.GET, cells=min(shown.paginator.count, MOST_IN_A_FILE) * CELLS_OF_A_ROW
        ),
        "kept": queries.by_ids(kept) if kept else [],
        "as_at": today(),
        "source": presenters.SOURCE,
    }
    if not shown.paginator.count:
        context |= _nothing(request, chosen, areas)
    return page(request, "market/finding/find.html", context)


def _nothing(request: HttpRequest, chosen: dict[str, Any], areas: dict[str, str]) -> dict[str, Any]:
    """What leads on from a search without result, which is counted: commissioners see what is missing."""
    missing.count(request, chosen)
    access: Any = request.access  # type: ignore[attr-defined]
    return {
        "wider": presenters.widened(request.GET, queries.wider(chosen), areas),
        # Whoever is signed out is asked to sign in there.
        "may_say": not request.user.is_authenticated or access.can(Permission.MARKET_BUY),
    }


@public
@methods("GET")
def find_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The offers that were found as a file."""
    areas = area_names.short_by_slug()
    rows = queries.found(FindForm(request.GET, areas=areas).chosen())
    table = presenters.table(rows[:MOST_IN_A_FILE], areas, total=rows.count())
    return writing.answer(request, table, ending=ending, name=f"offers-{today().isoformat()}")


@public
@methods("GET")
def offer(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """All that an offer says, who checked it, and how to go on."""
    listing = queries.one(public_id)
    if listing is None:
        raise Http404("There is no such offer now.")
    provider, edition = listing.provider, listing.offer.shown
    context = {
        "listing": listing,
        "edition": edition,
        "facts": facts.with_breaks(facts.whole(edition, area_names.short_by_slug())),
        "provider": provider,
        "provider_href": reverse("market:provider", args=[provider.public_id]),
        "contacts": presenters.contacts(provider),
        "checked": presenters.checked(provider, queries.last_check(provider)),
        "panels": panels.of(request, listing),
        "compare_href": comparing.href([listing.public_id]),
    }
    return page(request, "market/finding/offer.html", context)


@public
@methods("GET")
def provider(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """What a provider says of themselves, what was checked, and all their offers."""
    found = queries.provider(public_id)
    if found is None:
        raise Http404("There is no such provider now.")
    areas = area_names.short_by_slug()
    rows = queries.listings().filter(provider=found).order_by("title", "pk")
    shown = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "provider": found,
        "about": presenters.about_provider(found, queries.last_check(found), areas),
        "contacts": presenters.contacts(found),
        "page": shown,
        "rows": [presenters.row(each, areas) for each in shown],
    }
    return page(request, "market/finding/provider.html", context)


@public
@methods("GET")
def compare(request: HttpRequest) -> HttpResponse:
    """Up to four offers side by side, as the address names them."""
    asked = comparing.ids_of(request.GET, most=None)
    rows = queries.by_ids(asked[: comparing.MOST])
    areas = area_names.short_by_slug()
    context = {
        "rows": rows,
        "table": presenters.comparison(rows, areas),
        "more_than_fit": len(asked) > comparing.MOST,
        "gone": len(asked[: comparing.MOST]) - len(rows),
        "most": comparing.MOST,
        "without": comparing.without_each(rows),
        "find_href": comparing.find_href(rows),
        "downloads": offers.offers("market:compare-file", query=request.GET, cells=60),
    }
    return page(request, "market/finding/compare.html", context)


@public
@methods("GET")
def compare_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file."""
    rows = queries.by_ids(comparing.ids_of(request.GET))
    table = presenters.comparison(rows, area_names.short_by_slug())
    return writing.answer(request, table, ending=ending, name=f"offers-compared-{today().isoformat()}")
