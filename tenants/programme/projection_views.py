"""The projection per 1,000 people: worked out as asked for, and kept with its assumptions."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from tenants.models import Area, Projection
from tenants.programme import projections
from tenants.programme.projection import STAGES
from tenants.programme.projection_forms import KeepForm, ProjectionForm, rate_field

KEPT_AT_MOST = 50


@requires(Permission.BOARD_READ)
@methods("GET", "POST")
def projection(request: HttpRequest) -> HttpResponse:
    """The form with its result; POST keeps what the address asks for."""
    form = ProjectionForm(request.GET or _defaults(), areas=list(Area.objects.in_use()))
    keep = KeepForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and keep.is_valid():
        kept = projections.keep(
            **keep.cleaned_data,
            area=form.area,
            assumptions=form.assumptions(),
            population_source=_source(form),
            by=request.user,
        )
        messages.success(request, "The projection is kept.")
        return redirect("programme:kept-projection", kept.pk)
    context = {
        "form": form,
        "keep": keep,
        "table": _table(form) if form.is_valid() else None,
        "downloads": offers.offers("programme:projection-file", query=request.GET),
        "kept": Projection.objects.select_related("area", "by")[:KEPT_AT_MOST],
    }
    return render(request, "programme/projection.html", context, status=422 if form.errors or keep.errors else 200)


@requires(Permission.BOARD_READ)
@methods("GET")
def projection_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The result as a file; with faults in the address the page that names them."""
    form = ProjectionForm(request.GET or _defaults(), areas=list(Area.objects.in_use()))
    if not form.is_valid():
        return redirect(f"{reverse('programme:projection')}?{request.GET.urlencode()}")
    return writing.answer(request, _table(form), ending=ending, name="projection")


@requires(Permission.BOARD_READ)
@methods("GET")
def kept_projection(request: HttpRequest, number: int) -> HttpResponse:
    """A projection that somebody kept, worked out again from its assumptions."""
    kept = get_object_or_404(Projection.objects.select_related("area", "by"), pk=number)
    context = {
        "kept": kept,
        "table": _kept_table(kept),
        "downloads": offers.offers("programme:kept-projection-file", kept.pk),
    }
    return render(request, "programme/kept_projection.html", context)


@requires(Permission.BOARD_READ)
@methods("GET")
def kept_projection_file(request: HttpRequest, number: int, ending: str) -> HttpResponse:
    """The same as a file."""
    kept = get_object_or_404(Projection.objects.select_related("area"), pk=number)
    return writing.answer(request, _kept_table(kept), ending=ending, name=f"projection-{kept.pk}")


def _defaults() -> dict[str, str]:
    given = {rate_field(stage.key): f"{stage.default / 100:.2f}" for stage in STAGES if stage.default is not None}
    return {"area": "", "population": "", **given}


def _source(form: ProjectionForm) -> str:
    return "as typed" if form.cleaned_data.get("population") else projections.APPROXIMATE


def _table(form: ProjectionForm):
    of = form.area.name if form.area else "the whole network"
    return projections.table(form.assumptions(), of=of, source=_source(form), as_at=today())


def _kept_table(kept: Projection):
    of = kept.area.name if kept.area else "the whole network"
    return projections.table(projections.assumptions_of(kept), of=of, source=kept.population_source, as_at=kept.made_on)
