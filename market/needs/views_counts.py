"""What is missing, in counts that may be shown: an area's for its commissioners, and by area for providers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import offers, writing
from files.tables import Table
from market.needs import counts, presenters, queries, steps
from market.needs.forms import AreaFilter
from market.pages import page
from market.providers.access import providers_of
from market.together import presenters as club_tables
from market.together import queries as together
from tenants.models import Area

HERE = "market/needs"


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def start(request: HttpRequest) -> HttpResponse:
    """To the commissioner's own area; a list where there are several."""
    areas = request.access.areas(Permission.MARKET_SHAPE)
    if len(areas) == 1:
        return redirect("market:area-needs", areas[0].slug)
    return page(request, f"{HERE}/areas.html", {"areas": areas})


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def area(request: HttpRequest, slug: str) -> HttpResponse:
    """What people of an area could not find."""
    found = _own_area(request, slug)
    tables = [table for table in _with_clubs(found) if table.rows]
    context = {
        "area": found,
        "tables": [(table, offers.offers("market:area-needs-file", slug, table.key)) for table in tables],
        "until": counts.counted_to(),
        "is_empty": not tables,
    }
    return page(request, f"{HERE}/area.html", context)


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def area_file(request: HttpRequest, slug: str, key: str, ending: str) -> HttpResponse:
    """One of its tables as a file."""
    found = _own_area(request, slug)
    return _file(request, _with_clubs(found), key, ending, f"{slug}-{key}-{counts.counted_to().isoformat()}")


@requires(Permission.MARKET_OFFER)
@methods("GET")
def needed(request: HttpRequest) -> HttpResponse:
    """For providers: what is needed where; with an area chosen, what is known of it."""
    tables, form = _for_providers(request)
    context = {
        "filters": form,
        "tables": [(table, offers.offers("market:needed-file", table.key, query=request.GET)) for table in tables],
        "until": counts.counted_to(),
        "is_empty": not tables[0].rows,
    }
    return page(request, f"{HERE}/needed.html", context)


@requires(Permission.MARKET_OFFER)
@methods("GET")
def needed_file(request: HttpRequest, key: str, ending: str) -> HttpResponse:
    """One of these tables as a file."""
    tables, _ = _for_providers(request)
    return _file(request, tables, key, ending, f"needed-{key}-{counts.counted_to().isoformat()}")


def _own_area(request: HttpRequest, slug: str) -> Area:
    """An area that the person shapes; 404 for every other, real or not."""
    own = next((area for area in request.access.areas(Permission.MARKET_SHAPE) if area.slug == slug), None)
    if own is None:
        raise Http404("There is no such area that you shape.")
    return own


def _with_clubs(area: Area) -> list[Table]:
    """An area's needs, and what people look for together where enough do."""
    clubs = list(together.told_in([area]))
    return [*presenters.of_area(area), *([club_tables.table(clubs)] if clubs else [])]


def _for_providers(request: HttpRequest) -> tuple[list[Table], AreaFilter]:
    """All areas of the network, their own providers' first; or one area, whole."""
    areas = _areas(request)
    form = AreaFilter(request.GET or None, areas=areas)
    chosen = next((area for area in areas if area.slug == request.GET.get("area")), None)
    if chosen is not None:
        return presenters.of_area(chosen), form
    found = counts.by_need_and_area(areas)
    return [presenters.matrix(areas, found, counts.counted_to(), sample=queries.has_sample(areas))], form


def _areas(request: HttpRequest) -> list[Any]:
    own = {slug for provider in providers_of(request.access) for slug in provider.areas}
    return sorted(steps.open_areas(), key=lambda area: (area.slug not in own, area.position, area.name))


def _file(request: HttpRequest, tables: list[Table], key: str, ending: str, name: str) -> HttpResponse:
    table = next((each for each in tables if each.key == key), None)
    if table is None:
        raise Http404("There is no such table.")
    return writing.answer(request, table, ending=ending, name=name)
