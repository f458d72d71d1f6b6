"""An area's roll-out pages, in its own workspace."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from files.tables import Table
from tenants import groups
from tenants.rollout import overview, presenters, queries
from tenants.rollout import plans as actions
from tenants.rollout.forms import PlanForm
from tenants.rollout.models import GroupPlan
from tenants.your_turn_addresses import your_turn_address


@requires(Permission.AREA_READ)
@methods("GET")
def plans(request: HttpRequest, area: str) -> HttpResponse:
    """The plan for each of the four groups, what is late, what comes next, and the state of every part."""
    found, day = queries.plans(), today()
    shown = overview.of(request.area, found, day)
    context = {
        "overview": shown,
        "late_rows": overview.rows(shown.late, day),
        "next_rows": overview.rows(shown.next, day),
        "plans": presenters.plan_cards(request.area, found, day),
        "table": presenters.plans_table(request.area, found),
        "downloads": offers.offers("rollout:download", area, "plans"),
    }
    return render(request, "rollout/plans.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def plan(request: HttpRequest, area: str, group: str) -> HttpResponse:
    """One group's plan with its history."""
    found = find_plan(group)
    context = {
        "plan": found,
        "card": presenters.plan_cards(request.area, [found], today())[0],
        "history": queries.history(found),
        "field_words": presenters.FIELD_WORDS,
        "pools": queries.pools(request.area, found.group),
        "may_edit": request.access.can(Permission.PLAN_EDIT, request.area),
        "change_href": reverse("rollout:change", args=[area, group]),
    }
    return render(request, "rollout/plan.html", context)


@requires(Permission.PLAN_EDIT)
@methods("GET", "POST")
def change(request: HttpRequest, area: str, group: str) -> HttpResponse:
    """Change a plan, with the reason that goes to the public page."""
    found = find_plan(group)
    initial = {name: getattr(found, name) for name in actions.EDITABLE_FIELDS}
    form = PlanForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change(
                area=request.area,
                group=found.group,
                values=form.values(),
                reason=form.cleaned_data["reason"],
                by=request.user,
            )
        except actions.PlanUnchanged as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "The plan is saved. The board and the public page show it now.")
            return redirect("rollout:plan", area=area, group=group)
    context = {"plan": found, "form": form, "plan_href": reverse("rollout:plan", args=[area, group])}
    context["public_href"] = your_turn_address(area, groups.BY_KEY[found.group])
    return render(request, "rollout/change.html", context, status=422 if form.errors else 200)


@requires(Permission.AREA_READ)
@methods("GET")
def partners(request: HttpRequest, area: str) -> HttpResponse:
    """Who works with the area."""
    table = presenters.partners_table(request.area, queries.partners())
    return _table_page(request, area, table, "Partners", "The organisations that work with the area are listed here.")


@requires(Permission.AREA_READ)
@methods("GET")
def resources(request: HttpRequest, area: str) -> HttpResponse:
    """What the area can build on."""
    table = presenters.resources_table(request.area, queries.resources())
    return _table_page(request, area, table, "Resources", "People, tools and groundwork are listed here by group.")


@requires(Permission.AREA_READ)
@methods("GET")
def download(request: HttpRequest, area: str, key: str, ending: str) -> HttpResponse:
    """One of the roll-out's tables as a file."""
    makers = {
        "plans": lambda: presenters.plans_table(request.area, queries.plans()),
        "partners": lambda: presenters.partners_table(request.area, queries.partners()),
        "resources": lambda: presenters.resources_table(request.area, queries.resources()),
    }
    if key not in makers:
        raise Http404("There is no such table.")
    name = f"{area}-{key}-{today().isoformat()}"
    return writing.answer(request, makers[key](), ending=ending, name=name, area=request.area)


def find_plan(group_slug: str) -> GroupPlan:
    """The plan of the group that the address names; raises Http404."""
    group = groups.BY_SLUG.get(group_slug)
    found = queries.plan(group.key) if group else None
    if found is None:
        raise Http404("There is no such group.")
    return found


def _table_page(request: HttpRequest, area: str, table: Table, title: str, empty: str) -> HttpResponse:
    context = {
        "table": table,
        "page_title": title,
        "empty_words": empty,
        "downloads": offers.offers("rollout:download", area, table.key),
    }
    return render(request, "rollout/table.html", context)
