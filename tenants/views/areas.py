"""The public list of areas, and an area's overview for its own people."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import methods, public, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from tenants import queries
from tenants.presenters import area_list as area_list_presenter
from tenants.presenters import area_overview as presenter
from tenants.rollout import presenters as rollout_presenters
from tenants.rollout import queries as rollout_queries


@public
@methods("GET")
def area_list(request: HttpRequest) -> HttpResponse:
    """Every area of the network, with its councils and how to find out whose turn it is."""
    mine = {area.pk for area in request.access.areas(Permission.AREA_READ)}
    context = {**area_list_presenter.page(mine), "downloads": offers.offers("areas:download")}
    return render(request, "tenants/area_list.html", context)


@public
@methods("GET")
def area_list_download(request: HttpRequest, ending: str) -> HttpResponse:
    """The list of areas as a file."""
    return writing.answer(request, area_list_presenter.table(), ending=ending, name="areas")


@requires(Permission.AREA_READ)
@methods("GET")
def overview(request: HttpRequest, area: str) -> HttpResponse:
    """An area at a glance: what is late, its plan by group, its returns, what it stands on, who is who."""
    plans, day = rollout_queries.plans(), today()
    context = {
        "plans": rollout_presenters.plan_cards(request.area, plans, day),
        "is_sample": rollout_queries.has_sample_plans(request.area),
        "late": presenter.late_ones(request.area, plans, day),
        "returns": presenter.returns_rows(request.area, day),
        "partner_count": rollout_queries.partner_count(),
        "resource_count": rollout_queries.resource_count(),
        "people": presenter.people(request.area),
        "team": queries.team(request.area),
        "may_edit": request.access.can(Permission.PLAN_EDIT, request.area),
    }
    return render(request, "tenants/area_overview.html", context)
