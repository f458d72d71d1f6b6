"""The addresses of the feed: public, without a key, for pages of every origin."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from accounts import rate_limits
from accounts.access import methods, public
from market.directories import ids
from market.directories.feed import answers, description, lists, organisations, parameters, queries, services
from market.directories.feed.parameters import OF_ONE, OF_ORGANISATIONS, OF_SERVICES, PAGING
from market.models import DirectoryRecord, ListedPlace, Listing, Provider

VERSION = "HSDS-UK-3.0"
PROFILE = "https://docs.openreferraluk.org/en/latest/"
TAXONOMY, TERM = DirectoryRecord.Kind.TAXONOMY, DirectoryRecord.Kind.TERM

Answer = Callable[..., HttpResponse]


def _asks(*names: str) -> Callable[[Answer], Answer]:
    """A view of the feed: counted, its parameters read into `asked`, its refusals in JSON."""

    def decorate(view: Answer) -> Answer:
        @wraps(view)
        def answer(request: HttpRequest, **arguments: Any) -> HttpResponse:
            if wait := rate_limits.count(request, "open-referral"):
                return answers.too_many(wait)
            try:
                asked = parameters.read(request.GET, names)
            except parameters.WrongParameters as refused:
                return answers.wrong(refused.faults)
            return view(request, asked, **arguments)

        return public(methods("GET")(answer))

    return decorate


@_asks(*OF_ONE)
def root(request: HttpRequest, asked: dict[str, Any]) -> HttpResponse:
    """What this feed is."""
    here = settings.SITE_URL.rstrip("/")
    about = {"version": VERSION, "profile": PROFILE, "openapi_url": f"{here}/open-referral/openapi.json"}
    return answers.found(request, about)


@_asks()
def openapi(request: HttpRequest, asked: dict[str, Any]) -> HttpResponse:
    """The description of the feed."""
    return answers.found(request, description.document())


@_asks(*OF_SERVICES)
def service_list(request: HttpRequest, asked: dict[str, Any]) -> HttpResponse:
    """Services, narrowed as the address says."""
    rows = queries.services(asked)
    if asked.get("minimal"):
        write = services.minimal
    elif asked.get("full"):
        rows, areas = rows.prefetch_related(queries.PLACES), queries.area_names()
        write = lambda row: services.full(row, areas)  # noqa: E731
    else:
        write = services.brief
    return _page(request, asked, rows, write, lambda row: row.changed_at)


@_asks(*OF_ONE)
def service(request: HttpRequest, asked: dict[str, Any], key: str) -> HttpResponse:
    """One service, whole."""
    found = _one(queries.services({}).prefetch_related(queries.PLACES), key)
    if not isinstance(found, Listing):
        return answers.nothing()
    return answers.found(request, services.full(found, queries.area_names()), [found.changed_at])


@_asks(*OF_ORGANISATIONS)
def organisation_list(request: HttpRequest, asked: dict[str, Any]) -> HttpResponse:
    """Organisations whose services are listed."""
    rows = queries.organisations(asked)
    if not (asked.get("full") or asked.get("full_service")):
        return _page(request, asked, rows, organisations.brief, lambda row: row.changed_at)
    page, found = _rows(asked, rows)
    whole = _with_services(found)
    return answers.found(request, page.around(whole), [row.changed_at for row in found])


@_asks(*OF_ONE, "full_service")
def organisation(request: HttpRequest, asked: dict[str, Any], key: str) -> HttpResponse:
    """One organisation with its services."""
    found = _one(queries.organisations({}), key)
    if not isinstance(found, Provider):
        return answers.nothing()
    return answers.found(request, _with_services([found])[0], [found.changed_at])


@_asks(*OF_SERVICES)
def at_location_list(request: HttpRequest, asked: dict[str, Any]) -> HttpResponse:
    """Services at the places where they are."""
    rows, areas = queries.at_locations(asked), queries.area_names()
    is_full = bool(asked.get("full"))
    if is_full:
        rows = rows.prefetch_related("listing__places")
    write = lambda row: services.at_location_with_service(row, areas, is_full=is_full)  # noqa: E731
    return _page(request, asked, rows, write, lambda row: row.listing.changed_at)


@_asks(*OF_ONE)
def at_location(request: HttpRequest, asked: dict[str, Any], key: str) -> HttpResponse:
    """One service at one place."""
    found = _one(queries.at_locations({}).prefetch_related("listing__places"), key)
    if not isinstance(found, ListedPlace):
        return answers.nothing()
    document = services.at_location_with_service(found, queries.area_names(), is_full=True)
    return answers.found(request, document, [found.listing.changed_at])


@_asks(*PAGING)
def taxonomy_list(request: HttpRequest, asked: dict[str, Any]) -> HttpResponse:
    """Taxonomies: our fixed lists, then those of other directories."""
    return _ours_then_theirs(request, asked, lists.taxonomies(), TAXONOMY)


@_asks(*OF_ONE)
def taxonomy(request: HttpRequest, asked: dict[str, Any], key: str) -> HttpResponse:
    """One taxonomy with its terms."""
    found = lists.BY_ID.get(ids.parsed(key) or uuid.UUID(int=0))
    return answers.found(request, lists.taxonomy(found)) if found else _record(request, TAXONOMY, key)


@_asks(*PAGING)
def term_list(request: HttpRequest, asked: dict[str, Any]) -> HttpResponse:
    """Terms of all taxonomies."""
    return _ours_then_theirs(request, asked, lists.terms(), TERM)


@_asks(*OF_ONE)
def term(request: HttpRequest, asked: dict[str, Any], key: str) -> HttpResponse:
    """One term."""
    found = lists.TERMS.get(ids.parsed(key) or uuid.UUID(int=0))
    return answers.found(request, lists.term(*found)) if found else _record(request, TERM, key)


@public
@methods("GET")
def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Whatever else is asked below the feed's address."""
    return answers.nothing()


def _rows(asked: dict[str, Any], rows: QuerySet[Any]) -> tuple[answers.Page, list[Any]]:
    page = answers.Page(asked.get("page", 1), parameters.size_of(asked), rows.order_by().count())
    return page, list(rows[page.span])


def _page(
    request: HttpRequest, asked: dict[str, Any], rows: QuerySet[Any], write: Callable[[Any], Any], changed: Callable
) -> HttpResponse:
    page, found = _rows(asked, rows)
    return answers.found(request, page.around([write(row) for row in found]), map(changed, found))


def _one(rows: QuerySet[Any], key: str) -> Any:
    found = ids.parsed(key)
    return rows.filter(public_id=found).first() if found else None


def _with_services(found: list[Provider]) -> list[dict[str, Any]]:
    by_provider, areas = queries.services_of(found), queries.area_names()
    whole = []
    for provider in found:
        own = [services.full(row, areas) for row in by_provider[provider.pk]]
        without = [{name: value for name, value in each.items() if name != "organization"} for each in own]
        document = organisations.with_identifiers(provider)
        whole.append({**document, "services": without} if without else document)
    return whole


def _ours_then_theirs(request: HttpRequest, asked: dict[str, Any], ours: list[Any], kind: str) -> HttpResponse:
    rows = queries.records(kind)
    page = answers.Page(asked.get("page", 1), parameters.size_of(asked), len(ours) + rows.order_by().count())
    start, stop = page.span.start, page.span.stop
    theirs = rows[max(0, start - len(ours)) : max(0, stop - len(ours))]
    brief = [{name: value for name, value in row.document.items() if not isinstance(value, list)} for row in theirs]
    return answers.found(request, page.around([*ours[start:stop], *brief]))


def _record(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    found = queries.records(kind).filter(external_id=key).first()
    return answers.found(request, found.document) if found else answers.nothing()
