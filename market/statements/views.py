"""What everybody reads: the list of statements, a statement, its files."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models.fields.json import KeyTransform
from django.http import Http404, HttpRequest, HttpResponse

from accounts.access import methods, public
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from market import pages
from market.models import StatementVersion
from market.statements import gap_map, presenters, queries, supply
from market.statements.forms import Filters

HERE = "market/statements"
ON_A_PAGE = 25
MOST_IN_A_FILE = 2_000


@public
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """Every area's statements, the newest first, and the gap map of the network. Five queries."""
    filters = Filters(request.GET or None)
    page = Paginator(_chosen(filters), ON_A_PAGE).get_page(request.GET.get("page"))
    table = presenters.list_table(page.object_list)
    context = {
        "filters": filters,
        "page": page,
        "table": table,
        "downloads": offers.offers("market:statements-file", query=request.GET),
        "chart": _network_map() if page.object_list else None,
    }
    return pages.page(request, f"{HERE}/list.html", context)


@public
@methods("GET")
def listed_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The list and the map as a file."""
    rows = list(_chosen(Filters(request.GET or None))[:MOST_IN_A_FILE])
    tables = [presenters.list_table(rows), gap_map.table_of(_network_map())]
    return writing.answer(request, tables, ending=ending, name="statements", title="Market position statements")


@public
@methods("GET")
def statement(request: HttpRequest, slug: str, year: int, number: int | None = None) -> HttpResponse:
    """A published statement: the newest version, or the one that the address names. Five queries."""
    found = _found(slug, year, number)
    versions = list(queries.versions_of(found.statement))
    area = found.statement.area
    context = {
        "version": found,
        "parts": presenters.parts(found, presenters.kept_tables(found)),
        "chart": presenters.kept_map(found),
        "versions": presenters.version_links(versions, found),
        "is_newest": versions[0].pk == found.pk,
        "answering": presenters.offers_answering(queries.answering(found.statement)),
        "downloads": offers.offers("market:statement-file", slug, year, found.number),
        "may_offer": _may(request, Permission.MARKET_OFFER),
        "may_shape": _may(request, Permission.MARKET_SHAPE, area),
    }
    return pages.page(request, f"{HERE}/statement.html", context)


@public
@methods("GET")
def statement_file(request: HttpRequest, slug: str, year: int, number: int, ending: str) -> HttpResponse:
    """A version as a file: words and tables, as they were published."""
    found = _found(slug, year, number)
    tables = [table for table in presenters.kept_tables(found).values() if table.rows]
    chart = presenters.kept_map(found)
    is_paper = ending == "pdf"
    if not is_paper:
        tables = [presenters.words_table(found), *tables, gap_map.table_of(chart)]
    return writing.answer(
        request,
        tables,
        ending=ending,
        name=f"statement-{slug}-{year}-{found.number}",
        title=found.title if found.number == 1 else f"{found.title}, version {found.number}",
        area=found.statement.area,
        charts=[chart] if is_paper else (),
        prose=presenters.prose(found) if is_paper else (),
    )


def _found(slug: str, year: int, number: int | None) -> StatementVersion:
    found = queries.version(slug, year, number)
    if found is None:
        raise Http404("There is no such statement.")
    return found


def _chosen(filters: Filters) -> Any:
    rows = queries.newest_versions().annotate(kept_gaps=KeyTransform("gaps", "tables"))
    slug = filters.cleaned_data["area"] if filters.is_valid() else ""
    return rows.filter(statement__area__slug=slug) if slug else rows


def _network_map() -> Any:
    kept = gap_map.kept_map(None, {}, {}, supply.by_need_and_area())
    return gap_map.drawn(kept, as_at=today(), title=presenters.MAP_TITLE)


def _may(request: HttpRequest, permission: Permission, area: Any = None) -> bool:
    return request.user.is_authenticated and request.access.can(permission, area)
