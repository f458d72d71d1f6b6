"""What a commissioner does for their own area: writing its statement, seeing its gaps, logging what is done."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from files.tables import Table
from market import pages
from market.models import Intervention, StatementVersion
from market.statements import drafting, gap_map, interventions, picture, presenters, queries, since, yearly
from market.statements.errors import StatementRefused
from market.statements.forms import InterventionForm, PartForm, PublishForm

HERE = "market/statements"
GAP_TABLES = ("gaps", "rural", "unmet", "unmet-time", "unmet-group")
FIELDS = ("need", "kind", "what", "owner", "due_on", "state", "result")


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def mine(request: HttpRequest) -> HttpResponse:
    """To the page of one's own area; a list for somebody who is a commissioner in several."""
    areas = request.access.areas(Permission.MARKET_SHAPE)
    if len(areas) == 1:
        return redirect("market:statement-own", areas[0].slug)
    return pages.page(request, f"{HERE}/areas.html", {"areas": areas})


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the area's statement stands, what providers said, and what became of the gaps."""
    area = own_area(request, slug)
    last = queries.newest_of(area)
    tables = _tables(area, last)
    due = yearly.due_days([area]).get(area.pk)
    context = {
        "area": area,
        "draft": queries.draft_of(area),
        "last": last,
        "versions": presenters.version_links(queries.versions_of(last.statement), last) if last else [],
        "due": due,
        "is_near": due is not None and yearly.is_near(due),
        "tables": [(table, _files("market:statement-own-file", slug, table.key)) for table in tables if table.rows],
    }
    return pages.page(request, f"{HERE}/own.html", context)


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def overview_file(request: HttpRequest, slug: str, key: str, ending: str) -> HttpResponse:
    """One of its tables as a file."""
    area = own_area(request, slug)
    tables = _tables(area, queries.newest_of(area))
    return _file(request, area, {table.key: table for table in tables}, key, ending)


@requires(Permission.MARKET_SHAPE)
@methods("POST")
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a statement, or go on with the draft."""
    drafting.begin(area=own_area(request, slug), by=request.user)
    return redirect("market:statement-draft", slug)


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def draft(request: HttpRequest, slug: str) -> HttpResponse:
    """The draft as it would be published today."""
    area = own_area(request, slug)
    version = _draft(area)
    shown = picture.of(area)
    context = {
        "area": area,
        "version": version,
        "parts": presenters.parts(version, shown.tables),
        "chart": gap_map.drawn(shown.kept_map, as_at=shown.counted_to, title=presenters.MAP_TITLE),
        "empty": [drafting.NAMES[part] for part in StatementVersion.PARTS if not getattr(version, part)],
    }
    return pages.page(request, f"{HERE}/draft.html", context)


@requires(Permission.MARKET_SHAPE)
@methods("GET", "POST")
def write(request: HttpRequest, slug: str, part: str) -> HttpResponse:
    """Write one of the four parts, beside the tables that belong to it."""
    area = own_area(request, slug)
    if part not in StatementVersion.PARTS:
        raise Http404("There is no such part.")
    version = _draft(area)
    label = drafting.NAMES[part]
    form = PartForm(request.POST or None, part=part, label=label, initial={"text": getattr(version, part)})
    if request.method == "POST" and form.is_valid():
        drafting.write(version=version, part=part, text=form.cleaned_data["text"], by=request.user)
        messages.success(request, f"“{label}” is saved.")
        return redirect(f"{reverse('market:statement-draft', args=[slug])}#{part}")
    tables = picture.of(area).tables
    keys = picture.OF_PARTS[part]
    context = {"area": area, "form": form, "label": label, "tables": [tables[key] for key in keys if tables[key].rows]}
    return pages.page(request, f"{HERE}/write.html", context, status=422 if form.errors else 200)


@requires(Permission.MARKET_SHAPE)
@methods("GET", "POST")
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish the draft: asked once more, because it can't be taken back."""
    area = own_area(request, slug)
    version = _draft(area)
    form = PublishForm(request.POST if request.method == "POST" else None, version=version)
    if request.method == "POST" and form.is_valid():
        try:
            made = drafting.publish(version=version, by=request.user, **form.cleaned_data)
        except StatementRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The statement is published.")
            return redirect("market:statement", slug, made.statement.year)
    context = {"area": area, "version": version, "form": form}
    return pages.page(request, f"{HERE}/publish.html", context, status=422 if form.errors else 200)


@requires(Permission.MARKET_SHAPE)
@methods("GET", "POST")
def discard(request: HttpRequest, slug: str) -> HttpResponse:
    """Throw the draft away: asked once more."""
    area = own_area(request, slug)
    version = _draft(area)
    if request.method == "POST":
        drafting.discard(version=version, by=request.user)
        messages.success(request, "The draft is thrown away.")
        return redirect("market:statement-own", slug)
    return pages.page(request, f"{HERE}/discard.html", {"area": area, "version": version})


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def gaps(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the area's gaps are now, and what is done about them."""
    area = own_area(request, slug)
    shown = picture.gaps_of(area)
    downloads = _files("market:gaps-file", slug, "gap-map")
    log = Intervention.objects.filter(area=area)
    context = {
        "area": area,
        "chart": gap_map.drawn(shown.kept_map, as_at=shown.counted_to, title=presenters.MAP_TITLE, downloads=downloads),
        "tables": [
            (shown.tables[key], _files("market:gaps-file", slug, key)) for key in GAP_TABLES if shown.tables[key].rows
        ],
        "interventions": log,
        "log": (shown.tables["interventions"], _files("market:gaps-file", slug, "interventions")),
        "found": sum(gap.is_gap for gap in shown.gaps.values()),
    }
    return pages.page(request, f"{HERE}/gaps.html", context)


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def gaps_file(request: HttpRequest, slug: str, key: str, ending: str) -> HttpResponse:
    """One of its tables, or the map, as a file."""
    area = own_area(request, slug)
    shown = picture.gaps_of(area)
    chart = gap_map.drawn(shown.kept_map, as_at=shown.counted_to, title=presenters.MAP_TITLE)
    return _file(request, area, {**shown.tables, "gap-map": gap_map.table_of(chart)}, key, ending)


@requires(Permission.MARKET_SHAPE)
@methods("GET", "POST")
def intervention_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down what is done about a gap."""
    area = own_area(request, slug)
    form = InterventionForm(request.POST or None, initial={"need": request.GET.get("need", "")})
    if request.method == "POST" and form.is_valid():
        interventions.record(area=area, values=form.cleaned_data, by=request.user)
        messages.success(request, "It is in the log.")
        return redirect("market:gaps", slug)
    context = {"area": area, "form": form, "is_new": True}
    return pages.page(request, f"{HERE}/intervention.html", context, status=422 if form.errors else 200)


@requires(Permission.MARKET_SHAPE)
@methods("GET", "POST")
def intervention(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Say how something in the log stands, or what came of it."""
    area = own_area(request, slug)
    found = get_object_or_404(Intervention, area=area, pk=number)
    form = InterventionForm(request.POST or None, initial={name: getattr(found, name) for name in FIELDS})
    if request.method == "POST" and form.is_valid():
        interventions.change(intervention=found, values=form.cleaned_data, by=request.user)
        messages.success(request, "The log is changed.")
        return redirect("market:gaps", slug)
    context = {"area": area, "form": form, "is_new": False}
    return pages.page(request, f"{HERE}/intervention.html", context, status=422 if form.errors else 200)


def own_area(request: HttpRequest, slug: str) -> Any:
    """The area, for its own commissioner; for everybody else there is none."""
    found = next((area for area in request.access.areas(Permission.MARKET_SHAPE) if area.slug == slug), None)
    if found is None:
        raise Http404("There is no such page.")
    return found


def _draft(area: Any) -> StatementVersion:
    found = queries.draft_of(area)
    if found is None:
        raise Http404("No statement is being written.")
    return found


def _tables(area: Any, last: StatementVersion | None) -> list[Table]:
    found = [presenters.interest_table(queries.interests_in(area)), presenters.answers_table(queries.answers_in(area))]
    if last is not None:
        shown = picture.gaps_of(area)
        found.insert(0, since.table(last, shown.gaps, shown.counted_to))
    return found


def _files(route: str, slug: str, key: str) -> Any:
    return offers.offers(route, slug, key)


def _file(request: HttpRequest, area: Any, tables: dict[str, Table], key: str, ending: str) -> HttpResponse:
    if key not in tables:
        raise Http404("There is no such table.")
    name = f"{area.slug}-{key}-{today().isoformat()}"
    return writing.answer(request, tables[key], ending=ending, name=name, area=area)
