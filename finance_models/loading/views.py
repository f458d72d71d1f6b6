"""The pages of an area's linked data: its versions, and a load."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from config.today import today
from files import offers, writing
from files.receiving import takes
from finance_models.governance import queries as governance
from finance_models.loading import presenters, queries, retention, uploads, versions
from finance_models.loading.forms import LoadForm
from finance_models.loading.given import TABLES
from finance_models.models import DataVersion
from finance_models.pages import address, may_edit
from jobs import actions as jobs

TITLE = "Linked data"


@requires(Permission.FINANCE_READ)
@methods("GET")
def data(request: HttpRequest, area: str) -> HttpResponse:
    """Every version, and which is in use."""
    context = {
        "standing": presenters.standing(request.area),
        "table": presenters.table(request.area, queries.all_versions(), today()),
        "downloads": offers.offers("finance:versions-download", area),
        "has_entry": bool(governance.valid_entries(today())),
        "may_edit": may_edit(request),
        "retention": retention.words(),
    }
    return render(request, "finance/data.html", context)


@requires(Permission.FINANCE_READ)
@methods("GET")
def download(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """The list of versions as a file."""
    table = presenters.table(request.area, queries.all_versions(), today())
    return writing.answer(request, table, ending=ending, name=f"{area}-data-versions", area=request.area)


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
@takes(uploads.most_bytes)
@limited("upload", methods=("POST",))
def load(request: HttpRequest, area: str) -> HttpResponse:
    """Send the files of a data set; a job reads them."""
    entries = governance.valid_entries(today())
    form = LoadForm(request.POST or None, request.FILES or None, entries=entries)
    if request.method == "POST" and form.is_valid():
        cleaned, kept = form.cleaned_data, []
        try:
            for table in TABLES:
                kept += [uploads.keep(file, area=request.area, table=table) for file in cleaned[table]]
            add_to = cleaned["add_to"].number if cleaned["add_to"] else None
            job = jobs.start(
                kind=uploads.LOAD,
                by=request.user,
                area=request.area,
                input={"files": kept, "entry": cleaned["entry"].pk, "add_to": add_to, "accept": cleaned["accept"]},
            )
        except BaseException:
            uploads.forget(kept)
            raise
        return redirect(job)
    context = {"form": form, "has_entry": bool(entries), "crumbs": [(TITLE, address("data", request))]}
    return render(request, "finance/load.html", context, status=422 if form.errors else 200)


@requires(Permission.FINANCE_READ)
@methods("GET")
def version(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """One version: what was accepted and rejected, and what may be done with it."""
    found = _version(number)
    context = {
        "version": found,
        "table": presenters.counts_table(request.area, found),
        "downloads": offers.offers("finance:version-download", area, number),
        "details": presenters.details(found),
        "may_edit": may_edit(request),
        "may_accept": found.state in (DataVersion.State.LOADED, DataVersion.State.SUPERSEDED),
    }
    return render(request, "finance/version.html", context)


@requires(Permission.FINANCE_READ)
@methods("GET")
def version_download(request: HttpRequest, area: str, number: int, ending: str) -> HttpResponse:
    """The counts of one version as a file."""
    table = presenters.counts_table(request.area, _version(number))
    return writing.answer(request, table, ending=ending, name=f"{area}-data-version-{number}", area=request.area)


@requires(Permission.FINANCE_EDIT)
@methods("POST")
def accept(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Take a version into use."""
    _version(number)
    try:
        made = versions.accept(area=request.area, number=number, by=request.user)
    except versions.VersionRefused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, f"{made} is in use. Runs from now on are made from it.")
    return redirect(address("version", request, number))


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def delete(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Ask, then delete a version's files."""
    found = _version(number)
    if request.method == "POST" or not found.has_files:
        try:
            versions.delete(area=request.area, number=number, by=request.user)
        except versions.VersionRefused as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, f"The files of {found} are deleted. Its entry in the register stays.")
        return redirect(address("version", request, number))
    context = {"version": found, "crumbs": [(TITLE, address("data", request))]}
    return render(request, "finance/version_delete.html", context)


def _version(number: int) -> DataVersion:
    found = queries.find(number)
    if found is None:
        raise Http404("There is no such version.")
    return found
