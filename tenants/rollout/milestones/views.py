"""The pages of an area's milestones, in its own workspace."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from tenants.rollout import changes, reasons
from tenants.rollout.milestones import actions, overview, presenters, queries, slippage
from tenants.rollout.milestones.forms import (
    LocalMilestoneForm,
    MilestoneFilters,
    MilestoneForm,
    NewMilestoneForm,
)
from tenants.rollout.models import Change

FORM_PAGE = "rollout/milestone_form.html"


@requires(Permission.AREA_READ)
@methods("GET")
def milestones(request: HttpRequest, area: str) -> HttpResponse:
    """All milestones at a glance, and the list, narrowed by status."""
    form, found = MilestoneFilters(request.GET or None), queries.everything()
    standing = [each for each in found if each.withdrawn_on is None]
    shown = presenters.narrowed(found, form.chosen(), today())
    downloads = offers.offers("rollout:milestones-download", area, query=request.GET)
    context = {
        "sentence": presenters.sentence(found, today()),
        "chart": overview.heat_map(request.area, standing, today(), downloads) if standing else None,
        "filters": form,
        "is_narrowed": bool(request.GET.get("status")),
        "table": presenters.table(request.area, shown, today()),
        "milestones": presenters.listed(request.area, shown, today()),
        "downloads": downloads,
        "may_edit": request.access.can(Permission.ROLLOUT_EDIT, request.area),
    }
    return render(request, "rollout/milestones.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def download(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """The list as a file, narrowed as the page was."""
    chosen = MilestoneFilters(request.GET or None).chosen()
    table = presenters.table(request.area, presenters.narrowed(queries.everything(), chosen, today()), today())
    name = f"{area}-milestones-{today().isoformat()}"
    return writing.answer(request, table, ending=ending, name=name, area=request.area)


@requires(Permission.AREA_READ)
@methods("GET")
def milestone(request: HttpRequest, area: str, key: str) -> HttpResponse:
    """One milestone: its status and why, how its dates have moved, and its history."""
    found = _find(key)
    slipped = slippage.of(request.area, found)
    context = {
        "milestone": found,
        "status": found.status(today()),
        "tag": presenters.TAGS[found.status(today()).colour],
        "details": presenters.details(request.area, found),
        "slip": presenters.slip_words(slipped),
        "moves": presenters.moves_table(request.area, slipped) if slipped.moves else None,
        "moves_downloads": offers.offers("rollout:milestone-moves", area, key),
        "history": presenters.history_rows(changes.history(Change.Thing.MILESTONE, found.row)) if found.row else [],
        "help_href": presenters.help_address(request.area, found, today()),
        "may_edit": request.access.can(Permission.ROLLOUT_EDIT, request.area),
    }
    return render(request, "rollout/milestone.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def moves(request: HttpRequest, area: str, key: str, ending: str) -> HttpResponse:
    """How a milestone's dates have moved, as a file."""
    found = _find(key)
    table = presenters.moves_table(request.area, slippage.of(request.area, found))
    return writing.answer(request, table, ending=ending, name=f"{area}-{key}-dates", area=request.area)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def new(request: HttpRequest, area: str) -> HttpResponse:
    """A milestone of the area's own."""
    form = NewMilestoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.add(area=request.area, values=form.values(), by=request.user)
        messages.success(request, "The milestone is in the plan. The board sees it now.")
        return redirect("rollout:milestone", area=area, key=made.key)
    return _form_page(request, form, "Add a milestone", "Add to the plan", None)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def change(request: HttpRequest, area: str, key: str) -> HttpResponse:
    """Say something else of a milestone."""
    found = _find(key)
    kind = MilestoneForm if found.is_national else LocalMilestoneForm
    initial = {name: getattr(found.stated, name) for name in kind.fields_of_row}
    form = kind(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        facts: dict[str, Any] = {"values": form.values(), "reason": form.cleaned_data["reason"]}
        try:
            actions.change(area=request.area, key=key, by=request.user, **facts)
        except actions.ReasonMissing as error:
            form.add_error("reason", str(error))
        except actions.MilestoneUnchanged as error:
            form.add_error(None, str(error))
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, "The milestone is saved. The board sees it now.")
            return redirect("rollout:milestone", area=area, key=key)
    return _form_page(request, form, f"Change a milestone: {found.title}", "Save and publish", found)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def take_off(request: HttpRequest, area: str, key: str) -> HttpResponse:
    """Take one of the area's own milestones off the plan; it is never deleted."""
    found = _find_local(key)
    return reasons.page(
        request,
        presenters.taking_off(found),
        act=lambda words: actions.take_off(area=request.area, key=key, reason=words, by=request.user),
        back=presenters.address(request.area, found),
        is_possible=found.withdrawn_on is None,
        template=FORM_PAGE,
        context={"milestone": found},
    )


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def put_back(request: HttpRequest, area: str, key: str) -> HttpResponse:
    """Put a milestone that was taken off the plan back on it."""
    found = _find_local(key)
    return reasons.page(
        request,
        presenters.putting_back(found),
        act=lambda words: actions.put_back(area=request.area, key=key, reason=words, by=request.user),
        back=presenters.address(request.area, found),
        is_possible=found.withdrawn_on is not None,
        template=FORM_PAGE,
        context={"milestone": found},
    )


def _find(key: str) -> queries.AreaMilestone:
    found = queries.find(key)
    if found is None:
        raise Http404("There is no such milestone.")
    return found


def _find_local(key: str) -> queries.AreaMilestone:
    found = _find(key)
    if found.is_national:
        raise Http404("A national milestone can't be taken off the plan.")
    return found


def _form_page(
    request: HttpRequest, form: forms.Form, title: str, submit: str, found: queries.AreaMilestone | None
) -> HttpResponse:
    context = {"form": form, "page_title": title, "submit": submit, "milestone": found}
    return render(request, FORM_PAGE, context, status=422 if form.errors else 200)
