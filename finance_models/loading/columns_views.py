"""The pages on which a source's headings are given their meaning, and the templates of the tables."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import templates
from finance_models.governance import queries as governance
from finance_models.loading import mapping, shapes
from finance_models.loading.forms import NAMES, ColumnsForm
from finance_models.loading.given import TABLES
from finance_models.pages import address, form_page

INTRO = (
    "Write the heading that stands in this source's files beside each of our columns. Leave a box empty where the "
    "heading is the same, or the column is not there. It is remembered for the next month.",
    "It counts for CSV, workbooks and Parquet alike. The sheet of a workbook has to be named as the table, or be the "
    "only one.",
)


@requires(Permission.FINANCE_EDIT)
@methods("GET")
def listed(request: HttpRequest, area: str) -> HttpResponse:
    """Each source with its tables."""
    rows = [
        [
            entry.source,
            {"text": NAMES[table], "href": address("columns-table", request, entry.pk, table)},
            len(mapping.mapping_of(entry.source, table)) or "As ours",
        ]
        for entry in governance.entries()
        if entry.withdrawn_on is None
        for table in entry.tables
    ]
    return render(request, "finance/columns.html", {"rows": rows, "crumbs": _crumbs(request)})


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def columns(request: HttpRequest, area: str, number: int, table: str) -> HttpResponse:
    """The headings of one table of a source."""
    entry = governance.find(number)
    if entry is None or table not in entry.tables:
        raise Http404("There is no such table.")
    form = ColumnsForm(request.POST or None, table=table, headings=mapping.mapping_of(entry.source, table))
    if request.method == "POST" and form.is_valid():
        mapping.remember(area=request.area, source=entry.source, table=table, headings=form.headings(), by=request.user)
        messages.success(request, "It is remembered.")
        return redirect(address("columns", request))
    title = f"{entry.source}: {NAMES[table].lower()}"
    back = address("columns", request)
    return form_page(request, form, title=title, submit="Save", back=back, crumbs=_crumbs(request), intro=INTRO)


@requires(Permission.FINANCE_EDIT)
@methods("GET")
@limited("export")
def template(request: HttpRequest, area: str, table: str) -> HttpResponse:
    """The empty template of a table."""
    if table not in (*TABLES, "unit_costs", "providers"):
        raise Http404("There is no such table.")
    title = f"{table.replace('_', ' ').capitalize()} of {request.area.name}"
    return templates.response(shapes.shape_of(table), title=title, name=f"{table.replace('_', '-')}.xlsx")


def _crumbs(request: HttpRequest) -> list[tuple[str, str]]:
    return [("Linked data", address("data", request))]
