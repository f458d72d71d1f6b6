"""A commissioner's pages of other directories: add one, try it out, load it, look at what changed."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import guard, offers, private, writing
from market.directories import actions, job, presenters, queries
from market.directories.errors import DirectoryRefused
from market.directories.forms import DirectoryForm, FeedFileForm, RecordsFilter
from market.models import Directory, DirectoryRun
from market.pages import page

ON_A_PAGE, RUNS_SHOWN = 50, 20
LIST = ("Other directories", "market:directories")


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def directories(request: HttpRequest) -> HttpResponse:
    """The directories of one's areas."""
    rows = list(queries.directories(request.access))
    table = presenters.directories_table(rows, queries.last_loaded(rows))
    downloads = offers.offers("market:directories-file")
    return page(request, "market/directories/list.html", {"table": table, "rows": rows, "downloads": downloads})


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def directories_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The list as a file."""
    rows = list(queries.directories(request.access))
    table = presenters.directories_table(rows, queries.last_loaded(rows))
    return writing.answer(request, table, ending=ending, name="other-directories")


@requires(Permission.MARKET_SHAPE)
@methods("GET", "POST")
def add(request: HttpRequest) -> HttpResponse:
    """Add a directory."""
    areas = queries.areas_of(request.access)
    form = DirectoryForm(request.POST or None, areas=areas)
    if request.method == "POST" and form.is_valid():
        chosen = next(area for area in areas if area.slug in form.cleaned_data["areas"])
        made = actions.add(by=request.user, area=chosen, **form.cleaned_data)
        messages.success(request, "The directory is added. Try it out before you load it.")
        return redirect("market:directory", made.public_id)
    return _form(request, form, title="Add a directory", submit="Add the directory")


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def directory(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One directory: how it is read, what waits, what is gone, each reading."""
    row = _find(request, public_id)
    names = {area.slug: area.name for area in queries.areas_of(request.access)}
    context = {
        "row": row,
        "about": presenters.about(row, names),
        "runs": presenters.runs_table(row.runs.select_related("directory").defer("report")[:RUNS_SHOWN]),
    }
    return page(request, "market/directories/one.html", context)


@requires(Permission.MARKET_SHAPE)
@methods("GET", "POST")
def change(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Change how a directory is read."""
    row = _find(request, public_id)
    form = DirectoryForm(request.POST or None, areas=queries.areas_of(request.access), directory=row)
    if request.method == "POST" and form.is_valid():
        actions.change(directory=row, by=request.user, **form.cleaned_data)
        messages.success(request, "The directory is changed.")
        return redirect("market:directory", public_id)
    return _form(request, form, title=f"Change {row.name}", submit="Save", row=row)


@requires(Permission.MARKET_SHAPE)
@methods("POST")
@limited("upload")
def read(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Read a directory from its address; only tried out unless the button says load."""
    row = _find(request, public_id)
    if not row.address:
        messages.warning(request, "This directory has no address. Send a file, or enter its address first.")
        return redirect("market:directory", public_id)
    return _start(request, row, is_dry=request.POST.get("do") != "load")


@requires(Permission.MARKET_SHAPE)
@methods("GET", "POST")
@limited("upload", methods=("POST",))
def send_file(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Send a file of the directory, which is tried out."""
    row = _find(request, public_id)
    form = FeedFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        kept = private.keep(file, area=row.area, purpose=job.PURPOSE, limit_bytes=job.MOST_FILE_BYTES)
        return _start(request, row, is_dry=True, kept=kept, name=guard.name_of(file)[:200])
    return _form(request, form, title=f"Send a file of {row.name}", submit="Try it out", row=row)


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def run(request: HttpRequest, public_id: uuid.UUID, run_id: uuid.UUID) -> HttpResponse:
    """One reading, with its report."""
    row, found = _find_run(request, public_id, run_id)
    context = {
        "row": row,
        "run": found,
        "sentence": presenters.sentence(found),
        "faults": presenters.faults_table(found) if found.refused else None,
        "changes": presenters.changes_table(found),
        "downloads": offers.offers("market:directory-run-file", public_id, run_id),
        "may_load": found.outcome == DirectoryRun.Outcome.TRIED and bool(found.file or row.address),
    }
    return page(request, "market/directories/run.html", context)


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def run_file(request: HttpRequest, public_id: uuid.UUID, run_id: uuid.UUID, ending: str) -> HttpResponse:
    """The report of a reading as a file: its faults, else what was found."""
    _, found = _find_run(request, public_id, run_id)
    table = presenters.faults_table(found) if found.refused else presenters.changes_table(found)
    return writing.answer(request, table, ending=ending, name=f"directory-reading-{found.run_at.date()}")


@requires(Permission.MARKET_SHAPE)
@methods("POST")
@limited("upload")
def load(request: HttpRequest, public_id: uuid.UUID, run_id: uuid.UUID) -> HttpResponse:
    """Load what was tried out: the same file, or the address again."""
    row, found = _find_run(request, public_id, run_id)
    if found.outcome != DirectoryRun.Outcome.TRIED or not (found.file or row.address):
        messages.warning(request, "This can’t be loaded. Try it out again.")
        return redirect(presenters.address(found))
    return _start(request, row, is_dry=False, kept=found.file, name=found.source)


@requires(Permission.MARKET_SHAPE)
@methods("POST")
def hide_gone(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take off the list what the directory no longer has."""
    row = _find(request, public_id)
    count = actions.hide_gone(directory=row, by=request.user)
    messages.success(request, f"Taken off the list: {count}. They come back when the directory has them again.")
    return redirect("market:directory", public_id)


@requires(Permission.MARKET_SHAPE)
@methods("GET")
def records(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The services of a directory."""
    row = _find(request, public_id)
    filters = RecordsFilter(request.GET)
    shown = Paginator(queries.records(row, **filters.chosen()), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"row": row, "filters": filters, "page": shown, "table": presenters.records_table(shown)}
    return page(request, "market/directories/records.html", context)


def _find(request: HttpRequest, public_id: uuid.UUID) -> Directory:
    found = queries.directory(request.access, public_id)
    if found is None:
        raise Http404("There is no such directory in your areas.")
    return found


def _find_run(request: HttpRequest, public_id: uuid.UUID, run_id: uuid.UUID) -> tuple[Directory, DirectoryRun]:
    row = _find(request, public_id)
    found = queries.run(row, run_id)
    if found is None:
        raise Http404("There is no such reading.")
    return row, found


def _start(request: HttpRequest, row: Directory, **given: Any) -> HttpResponse:
    try:
        return redirect(job.start(directory=row, by=request.user, **given))
    except DirectoryRefused as refused:
        messages.warning(request, str(refused))
        return redirect("market:directory", row.public_id)


def _form(request: HttpRequest, form: Any, *, title: str, submit: str, row: Directory | None = None) -> HttpResponse:
    context = {"form": form, "form_title": title, "submit": submit, "row": row}
    return page(request, "market/directories/form.html", context, status=422 if form.errors else 200)
