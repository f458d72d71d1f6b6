"""An area's roll-out pages, in its own workspace."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from tenants import groups
from tenants.rollout import overview, presenters, queries
from tenants.rollout import plans as actions
from tenants.rollout.forms import PlanForm
from tenants.rollout.lists import presenters as lists
from tenants.rollout.lists.kinds import PARTNERS, RESOURCES
from tenants.rollout.lists.queries import rows
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
        "owed": presenters.dates_owed([found], queries.promises(), today()),
        "history": queries.history(found),
        "loaded": actions.LOADED,
        "is_sample": queries.has_sample_plans(request.area),
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
def download(request: HttpRequest, area: str, key: str, ending: str) -> HttpResponse:
    """One of the roll-out's tables as a file."""
    makers = {
        "plans": lambda: presenters.plans_table(request.area, queries.plans()),
        "partners": lambda: lists.table(PARTNERS, request.area, rows(PARTNERS)),
        "resources": lambda: lists.table(RESOURCES, request.area, rows(RESOURCES)),
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
