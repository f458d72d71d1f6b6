"""What readers say of resources: "we used this" by areas, whether it helped by anybody; what editors see of it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.access import methods, public, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import offers, writing
from knowledge.models import Opinion, Resource, Use
from knowledge.readers import opinions, presenters, uses
from knowledge.readers.forms import DID_NOT, HELPED, OpinionForm, UseForm
from knowledge.readers.published import resource_or_404

RESOURCES_ON_A_PAGE = 25


@requires(Permission.RESOURCE_MARK)
@methods("GET", "POST")
@limited("posting", methods=("POST",))
def use(request: HttpRequest, page: int) -> HttpResponse:
    """Say that one's area used a resource, or change what it said."""
    resource = resource_or_404(page)
    areas = uses.areas_of(request.access)  # type: ignore[attr-defined]
    said = list(Use.objects.filter(resource=resource, area__in=areas).select_related("area"))
    start = {"changed": said[0].changed} if len(areas) == 1 and said else {}
    form = UseForm(request.POST or None, areas=areas, initial=start)
    if request.method == "POST" and form.is_valid():
        uses.mark(resource=resource, area=form.area_chosen, changed=form.cleaned_data["changed"], by=request.user)
        messages.success(request, f"The page now says that {form.area_chosen.name} used this.")
        return redirect(resource.get_url())
    context = {"form": form, "resource": resource, "said": said, "only_area": areas[0] if len(areas) == 1 else None}
    return render(request, "knowledge/use.html", context, status=422 if form.errors else 200)


@requires(Permission.RESOURCE_MARK)
@methods("GET", "POST")
def use_remove(request: HttpRequest, page: int, area: str) -> HttpResponse:
    """Take the mark of one's area off again; asked first. Another area's is not found."""
    mine = {each.pk for each in uses.areas_of(request.access)}  # type: ignore[attr-defined]
    found = get_object_or_404(Use.objects.filter(area__in=mine), resource=resource_or_404(page), area__slug=area)
    return _take_off(request, found, back=found.resource.get_url())


@public
@methods("GET", "POST")
@limited("opinion", methods=("POST",))
def opinion(request: HttpRequest, page: int) -> HttpResponse:
    """Say whether it helped. No account is needed, and nothing is kept of somebody without one."""
    resource = resource_or_404(page)
    user: Any = request.user if request.user.is_authenticated else None
    before = Opinion.objects.filter(resource=resource, user=user).first() if user else None
    start = {"helped": HELPED if before.is_helpful else DID_NOT, "why": before.why} if before else {}
    form = OpinionForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        is_helpful = form.cleaned_data["helped"] == HELPED
        opinions.give(resource=resource, is_helpful=is_helpful, why=form.cleaned_data["why"], by=user)
        return redirect(f"{request.path}?said=1")
    context = {"form": form, "resource": resource, "is_said": "said" in request.GET and not form.is_bound}
    return render(request, "knowledge/opinion.html", context, status=422 if form.errors else 200)


@requires(Permission.CMS_EDIT)
def said(request: HttpRequest) -> HttpResponse:
    """What readers say of every resource."""
    page = Paginator(presenters.said(), RESOURCES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_of_list": page,
        "table": presenters.said_table(page.object_list),
        "downloads": offers.offers("knowledge:said-file", cells=page.paginator.count * 4),
    }
    return render(request, "knowledge/said.html", context)


@requires(Permission.CMS_EDIT)
def said_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file."""
    return writing.answer(request, presenters.said_table(presenters.said()), ending=ending, name="what-readers-say")


@requires(Permission.CMS_EDIT)
def said_of(request: HttpRequest, page: int) -> HttpResponse:
    """What readers say of one resource, in their words."""
    resource = get_object_or_404(Resource, pk=page)
    return render(request, "knowledge/said_of.html", {"resource": resource, **presenters.said_of(resource)})


@requires(Permission.CMS_EDIT)
@methods("GET", "POST")
def use_take_off(request: HttpRequest, use: int) -> HttpResponse:
    """An editor takes an area's words off a page; asked first."""
    found = get_object_or_404(Use.objects.select_related("area", "resource"), pk=use)
    return _take_off(request, found, back=reverse("knowledge:said-of", args=[found.resource_id]))


def _take_off(request: HttpRequest, use: Any, *, back: str) -> HttpResponse:
    if request.method == "POST":
        uses.remove(use=use, by=request.user)
        messages.success(request, f"The page no longer says that {use.area.name} used this.")
        return redirect(back)
    return render(request, "knowledge/use_remove.html", {"use": use, "resource": use.resource, "back": back})
