"""The areas' part of the API: areas, the programme as published, and (for members) an area's own plans."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from accounts.permissions import Permission
from api import scopes
from api.operations import reads
from api.pages import Listed, PageQuery, page_of
from config.today import today
from files.people import ALREADY_PUBLIC, NO_PEOPLE
from tenants import groups
from tenants.contexts import in_area
from tenants.middleware import find_area_by_slug
from tenants.models import Area, BudgetBaseline, ImplementationCohort, NationalMilestone
from tenants.presenters import sources
from tenants.returns.queries import plans_as_at
from tenants.rollout import queries as rollout_queries

areas = Router(tags=["Areas"])
programme = Router(tags=["Programme"])


class Told(Listed):
    """Of when the figures are, where they come from, and what is said of counts of people."""

    as_at: datetime.date | None = Field(examples=["2015-07-15"])
    source: str = Field(examples=["South West application, November 2014"])
    disclosure: str = Field(examples=[NO_PEOPLE.words])


class AreaOut(Schema):
    """An area of the network."""

    slug: str = Field(examples=["kernow"])
    name: str = Field(examples=["NHS Kernow"])
    short_name: str = Field(examples=["Kernow"])
    ods_code: str = Field(examples=["11N"])
    ons_code: str = Field(examples=["E38000089"])
    local_authorities: list[str] = Field(examples=[["Cornwall", "Isles of Scilly"]])
    approx_population_2014: int | None = Field(
        description="People living here in 2014, rounded; null where not known.", examples=[540_000]
    )


class Areas(Listed):
    items: list[AreaOut]


class PhaseOut(Schema):
    """An area's published plan for a group."""

    area: str = Field(examples=["kernow"])
    group: str = Field(examples=["mental_health"])
    phase: int | None = Field(description="1 to 4; null is to be confirmed.", examples=[1])
    planned_start: datetime.date | None = Field(examples=["2015-10-01"])
    actual_start: datetime.date | None = Field(examples=[None])
    ask_from: datetime.date | None = Field(description="The day from which people can ask.", examples=["2016-04-01"])
    status: str = Field(examples=["under_way"])
    reason: str = Field(description="Why it changed.", examples=["The pathway was agreed early"])
    as_at: datetime.date = Field(examples=["2015-07-01"])
    source: str = Field(examples=["South West application, November 2014"])


class Phases(Told):
    items: list[PhaseOut]


class BudgetOut(Schema):
    """Personal health budgets of an area when the programme began."""

    area: str = Field(examples=["kernow"])
    in_place: int = Field(examples=[40])
    in_pipeline: int | None = Field(description="null where the source says nothing.", examples=[12])
    pipeline_note: str = Field(examples=["in pipeline"])
    as_at: datetime.date = Field(examples=["2014-11-28"])
    source: str = Field(examples=["South West application, November 2014"])


class Budgets(Told):
    items: list[BudgetOut]


class MilestoneOut(Schema):
    """A step of the national timetable, or an intake of sites."""

    key: str = Field(examples=["prospectus"])
    title: str = Field(examples=["Selection: sites are chosen"])
    date: datetime.date = Field(examples=["2015-01-31"])
    precision: str = Field(description="day, or month (then the date is its last day).", examples=["month"])
    kind: str = Field(description="milestone or intake.", examples=["milestone"])


class Milestones(Told):
    items: list[MilestoneOut]


class PlanOut(Schema):
    """An area's own plan for a group, as its workspace shows it."""

    group: str = Field(examples=["mental_health"])
    phase: int | None = Field(examples=[1])
    planned_start: datetime.date | None = Field(examples=["2015-10-01"])
    actual_start: datetime.date | None = Field(examples=[None])
    ask_from: datetime.date | None = Field(description="The day from which people can ask.", examples=["2016-04-01"])
    status: str = Field(examples=["under_way"])
    lead: str = Field(examples=["Head of commissioning"])
    next_step: str = Field(examples=["Agree the pathway with the trust"])
    next_step_owner: str = Field(examples=["Head of commissioning"])
    next_step_due: datetime.date | None = Field(examples=["2015-09-30"])


class Plans(Told):
    items: list[PlanOut]


class AsAt(PageQuery):
    """As the published plans stood on a day."""

    as_at: datetime.date | None = Field(None, description="The plans as they stood on this day; without it, today.")


@reads(areas, "", scope="areas:read", response=Areas, summary="The network's areas")
def area_list(request: HttpRequest, response: HttpResponse, query: Query[PageQuery]) -> dict[str, Any]:
    """All areas that take part now, in the network's order."""
    return page_of(request, response, list(Area.objects.active()), query)


@reads(areas, "/{slug}", scope="areas:read", response=AreaOut, summary="One area", missing=True)
def one_area(request: HttpRequest, slug: str) -> Area:
    """An area by its slug."""
    found = Area.objects.active().filter(slug=slug).first() if "\0" not in slug else None
    if found is None:
        raise Http404
    return found


@reads(areas, "/{slug}/plans", scope="plans:read", response=Plans, summary="An area’s own plans", missing=True)
def area_plans(request: HttpRequest, response: HttpResponse, slug: str, query: Query[PageQuery]) -> dict[str, Any]:
    """The plan for each group with its lead and next step. For the area's own people only."""
    with area_of(request, slug, Permission.AREA_READ) as area:
        plans = rollout_queries.plans()
    return {
        **page_of(request, response, plans, query),
        "as_at": today(),
        "source": f"The workspace of {area.name}",
        "disclosure": NO_PEOPLE.words,
    }


@reads(programme, "/phases", scope="board:read", response=Phases, summary="Which area starts with whom, and when")
def phases(request: HttpRequest, response: HttpResponse, query: Query[AsAt]) -> dict[str, Any]:
    """The published plan of every area for every group that has one, as at a day."""
    day = query.as_at or today()
    published, order = plans_as_at(day), [group.key for group in groups.GROUPS]
    rows = [
        {**_facts(published[area.pk, group], PhaseOut), "area": area.slug}
        for area in Area.objects.in_use()
        for group in order
        if (area.pk, group) in published
    ]
    newest = max((plan.as_at for plan in published.values()), default=None)
    source = "The areas' published plans; each says its own source"
    return {**page_of(request, response, rows, query), **_told(newest, source, NO_PEOPLE.words)}


@reads(programme, "/budgets", scope="board:read", response=Budgets, summary="Personal health budgets at the start")
def budgets(request: HttpRequest, response: HttpResponse, query: Query[PageQuery]) -> dict[str, Any]:
    """The baseline of November 2014: public figures, as the areas published them."""
    found = list(BudgetBaseline.objects.select_related("area").order_by("area__position", "area__name"))
    rows = [{**_facts(row, BudgetOut), "area": row.area.slug} for row in found]
    newest = max((row.as_at for row in found), default=None)
    told = _told(newest, found[0].source if found else "", ALREADY_PUBLIC.words)
    return {**page_of(request, response, rows, query), **told}


@reads(programme, "/milestones", scope="board:read", response=Milestones, summary="Milestones and intakes")
def milestones(request: HttpRequest, response: HttpResponse, query: Query[PageQuery]) -> dict[str, Any]:
    """The national milestones and the network's intakes of sites, by date."""
    rows = [
        {"key": row.key, "title": str(row), "date": row.due, "precision": row.precision, "kind": "milestone"}
        for row in NationalMilestone.objects.all()
    ] + [
        {"key": f"intake-{row.number}", "title": str(row), "date": row.starts, "precision": "day", "kind": "intake"}
        for row in ImplementationCohort.objects.all()
    ]
    rows.sort(key=lambda row: (row["date"], row["key"]))
    told = sources.of_file("milestones.csv") or sources.Told(None, sources.FROM_THE_FOLDER)
    return {**page_of(request, response, rows, query), **_told(told.as_at, told.source, NO_PEOPLE.words)}


@contextmanager
def area_of(request: HttpRequest, slug: str, permission: Permission) -> Iterator[Area]:
    """Work in the area that an address of the API names, and leave it whatever happens.

    Raises Http404 for an area that isn't there, is suspended or isn't the token's owner's (the three look the same),
    PermissionDenied for a member without the right there.
    """
    area, _ = find_area_by_slug(slug)
    if area is None or not request.access.is_member_of(area):
        raise Http404
    if not request.access.can(permission, area):
        raise PermissionDenied
    with in_area(area):
        yield area


def register_scopes() -> None:
    """What a token may be made for, of areas and the programme."""
    scopes.register(scopes.Scope("areas:read", "Read the list of areas"))
    scopes.register(scopes.Scope("board:read", "Read what the programme board sees", Permission.BOARD_READ))
    scopes.register(scopes.Scope("plans:read", "Read the plans of your own area", Permission.AREA_READ))


def _facts(row: Any, schema: type[Schema]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in schema.model_fields if name != "area"}


def _told(as_at: datetime.date | None, source: str, disclosure: str) -> dict[str, Any]:
    return {"as_at": as_at, "source": source, "disclosure": disclosure}
