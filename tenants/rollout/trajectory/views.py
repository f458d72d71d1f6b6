"""The pages of the trajectory: planned and in place, a table to fill in, revisions."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from files.people import OWN_TEAM
from files.tables import Table
from tenants.programme.sections import told
from tenants.rollout.trajectory import presenters, reading, revising, tables
from tenants.rollout.trajectory.forms import CompareForm, TrajectoryForm
from tenants.rollout.trajectory.points import MEASURES, SLUGS, Points, span, with_the_rest

OF_A_MEASURE = ("-chart", "-groups", "-planned")  # files of a measure beside its table by quarter


@requires(Permission.AREA_READ)
@methods("GET")
def trajectory(request: HttpRequest, area: str) -> HttpResponse:
    """Personal health budgets: planned, in place, and what follows."""
    return _page(request, "health-budgets")


@requires(Permission.AREA_READ)
@methods("GET")
def measure(request: HttpRequest, area: str, measure: str) -> HttpResponse:
    """The same for another measure."""
    return _page(request, find(measure))


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def change(request: HttpRequest, area: str, measure: str) -> HttpResponse:
    """One measure as a table to fill in; saving makes a new revision."""
    key, latest = SLUGS[find(measure)], reading.latest()
    points = reading.points_of(latest)
    form = _form(request, key, points, latest.number if latest else 0)
    if request.method == "POST" and form.is_valid():
        try:
            revision = revising.save(
                area=request.area,
                points={key: with_the_rest(points, key, form.points(), form.quarters)},
                reason=form.cleaned_data["reason"],
                agreed_on=form.cleaned_data["agreed_on"],
                based_on=form.cleaned_data["based_on"],
                by=request.user,
            )
        except (revising.Unchanged, revising.MovedOn) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{revision} is saved. The programme board sees it now.")
            return redirect("rollout:trajectory-measure", area=area, measure=measure)
    context = {"form": form, "slug": measure, "title": MEASURES[key]}
    context["figures"] = presenters.to_fill_in(form, key, points)
    return render(request, "rollout/trajectory_change.html", context, status=422 if form.errors else 200)


@requires(Permission.AREA_READ)
@methods("GET")
def revisions(request: HttpRequest, area: str) -> HttpResponse:
    """Every revision, and what differs between two of them (`?before=1&after=2`)."""
    found = reading.revisions()
    numbers = [row.number for row in found]
    form = CompareForm(request.GET or None, numbers=numbers, initial=_newest_two(numbers))
    context: dict[str, Any] = {
        "form": form if len(numbers) > 1 else None,
        "table": tables.revisions(request.area, found),
        "downloads": offers.offers("rollout:trajectory-download", area, "revisions"),
    }
    if len(numbers) > 1 and form.is_valid():
        context["compared"] = _compared(request, form.cleaned_data["before"], form.cleaned_data["after"])
        context["compared_downloads"] = offers.offers(
            "rollout:trajectory-download", area, "compared", query=request.GET
        )
    return render(request, "rollout/trajectory_revisions.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def download(request: HttpRequest, area: str, key: str, ending: str) -> HttpResponse:
    """One of these tables as a file."""
    name = f"{area}-trajectory-{key}-{today().isoformat()}"
    return writing.answer(request, table_for(request, key), ending=ending, name=name, area=request.area)


def table_for(request: HttpRequest, key: str) -> Table:
    """The table of this key; raises Http404."""
    if key == "revisions":
        return tables.revisions(request.area, reading.revisions())
    if key == "compared":
        form = CompareForm(request.GET, numbers=[row.number for row in reading.revisions()])
        if not form.is_valid():
            raise Http404("There are no such revisions.")
        return _compared(request, form.cleaned_data["before"], form.cleaned_data["after"])
    slug, _, what = key.rpartition("-") if key.endswith(OF_A_MEASURE) else (key, "", "table")
    found = presenters.page(request.area, find(slug))
    shown = found[what]
    if shown is None:
        raise Http404("There is nothing in this table yet.")
    return told.table_of(shown, sample=found["is_sample"], people=OWN_TEAM) if what == "chart" else shown


def find(slug: str) -> str:
    """The measure that the address names; raises Http404."""
    if slug not in SLUGS:
        raise Http404("There is no such measure.")
    return slug


def _page(request: HttpRequest, slug: str) -> HttpResponse:
    context = presenters.page(request.area, slug)
    context["may_edit"] = request.access.can(Permission.ROLLOUT_EDIT, request.area)
    return render(request, "rollout/trajectory.html", context)


def _form(request: HttpRequest, measure: str, points: Points, number: int) -> TrajectoryForm:
    initial: dict[str, Any] = {
        f"{group}-{quarter}": planned
        for group, line in points.get(measure, {}).items()
        for quarter, planned in line.items()
    }
    initial["based_on"] = number
    return TrajectoryForm(
        request.POST or None,
        quarters=span(),
        is_first=number == 0,
        most=request.area.approx_population_2014,
        initial=initial,
    )


def _compared(request: HttpRequest, before: int, after: int) -> Table:
    found = {row.number: row for row in reading.revisions()}
    numbers = (before, after)
    return tables.compared(request.area, numbers, *(reading.points_of(found[number]) for number in numbers))


def _newest_two(numbers: list[int]) -> dict[str, int]:
    return {"before": numbers[1], "after": numbers[0]} if len(numbers) > 1 else {}
