"""Setting the network up: loading its folder, adding an area."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import guard, offers, templates
from jobs import actions as jobs
from jobs.errors import FileTooLarge
from tenants import area_lifecycle
from tenants.forms import LoadForm, NewAreaForm
from tenants.models import Area, Network
from tenants.network_loading.shapes import SHAPES


@requires(Permission.AREA_CREATE)
@methods("GET")
def start(request: HttpRequest) -> HttpResponse:
    """Where a network's manager begins: people, areas, the folder, who did what."""
    network = Network.objects.first()
    context = {
        "network": network,
        "areas": list(Area.objects.in_use()),
        "downloads": offers.offers("areas:download"),
    }
    return render(request, "tenants/network.html", context)


@requires(Permission.NETWORK_LOAD)
@methods("GET", "POST")
@limited("upload", methods=("POST",))
@limited("upload", methods=("POST",))
def load(request: HttpRequest) -> HttpResponse:
    """Upload a network folder; a job checks and stores it, and its page says how far it is."""
    form = LoadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            upload = form.cleaned_data["folder"]
            name = {"name": guard.name_of(upload)}
            job = jobs.start(kind="network-load", by=request.user, file=upload, input=name)
        except FileTooLarge as error:
            form.add_error("folder", str(error))
        else:
            return redirect(job.get_absolute_url())
    files = [(shape.file, ", ".join(column.name for column in shape.columns)) for shape in SHAPES.values()]
    return render(request, "tenants/load.html", {"form": form, "files": files}, status=422 if form.errors else 200)


@requires(Permission.NETWORK_LOAD)
@methods("GET")
def load_template(request: HttpRequest) -> HttpResponse:
    """An empty workbook with a sheet for each file of a network folder."""
    return templates.response(list(SHAPES.values()), title="Network folder", name="network-folder.xlsx")


@requires(Permission.AREA_CREATE)
@methods("GET", "POST")
def new_area(request: HttpRequest) -> HttpResponse:
    """Make an area with a workspace of its own; its first area lead is invited next."""
    form = NewAreaForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            area = area_lifecycle.create_area(**form.cleaned_data, by=request.user)
        except area_lifecycle.AreaRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{area.name} is set up. Now invite its area lead.")
            return redirect("accounts:people")
    return render(request, "tenants/new_area.html", {"form": form}, status=422 if form.errors else 200)
