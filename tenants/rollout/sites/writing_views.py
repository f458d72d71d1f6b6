"""Writing an area's sites: each page asks for one action of `tenants.sites`."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from tenants import site_register
from tenants import sites as actions
from tenants.models import Mentoring, Site, Stage
from tenants.rollout.sites.forms import (
    AddSiteForm,
    CorrectSiteForm,
    EndMentoringForm,
    MentorForm,
    MoveForm,
    TakeBackForm,
)
from tenants.rollout.sites.views import find_site


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def add(request: HttpRequest, area: str) -> HttpResponse:
    """A new site."""
    form = AddSiteForm(_sent(request))

    def save(data: dict[str, Any]) -> Site:
        return actions.add(area=request.area, **form.facts(), stage=data["stage"], on=data["on"], by=request.user)

    if made := _saved(form, save):
        messages.success(request, f"{made} is in the register. The board sees it now.")
        return redirect("rollout:site", area=area, site=made.pk)
    return _page(request, form, title="Add a site", submit="Add the site")


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def move(request: HttpRequest, area: str, site: int) -> HttpResponse:
    """Move a site to another stage."""
    found = find_site(request.area, site)
    now_at = None if site_register.is_out(found) else Stage(found.stage)
    initial = {"to": request.GET.get("to", "")}
    form = MoveForm(_sent(request), now_at=now_at, initial=initial)

    def save(data: dict[str, Any]) -> Any:
        return actions.move(site=found, to=data["to"], on=data["on"], reason=data["reason"], by=request.user)

    if _saved(form, save):
        messages.success(request, f"{found} is at the stage “{found.get_stage_display()}” now.")
        return redirect("rollout:site", area=area, site=site)
    words = (
        f"It is at the stage “{now_at.label}” now. A step back is possible, with its reason."
        if now_at
        else "It is out of the register. A move puts it back."
    )
    return _page(request, form, title=f"Move {found}", submit="Move the site", site=found, words=words)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def take_back(request: HttpRequest, area: str, site: int) -> HttpResponse:
    """Take back a site's last move, which was a mistake."""
    found = find_site(request.area, site)
    form = TakeBackForm(_sent(request))
    if _saved(form, lambda data: actions.take_back(site=found, reason=data["reason"], by=request.user)):
        messages.success(request, "The move is taken back. It stays in the history, with your reason.")
        return redirect("rollout:site", area=area, site=site)
    words = (
        f"The site’s last move, to “{found.get_stage_display()}”, then counts as never made. "
        "Where it was the first, the site leaves the register until you move it again."
    )
    return _page(
        request, form, title=f"Take back the last move of {found}", submit="Take it back", site=found, words=words
    )


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def correct(request: HttpRequest, area: str, site: int) -> HttpResponse:
    """Mend what was written of a site."""
    found = find_site(request.area, site)
    initial = {name: getattr(found, name) for name in actions.CORRECTABLE_FIELDS}
    form = CorrectSiteForm(_sent(request), initial=initial)

    def save(data: dict[str, Any]) -> Any:
        return actions.correct(site=found, values=form.facts(), reason=data["reason"], by=request.user)

    if _saved(form, save):
        messages.success(request, "The site is corrected. Its history says what changed, and why.")
        return redirect("rollout:site", area=area, site=site)
    return _page(request, form, title=f"Correct {found}", submit="Save the correction", site=found)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def mentor(request: HttpRequest, area: str, site: int) -> HttpResponse:
    """Say which site of an earlier intake mentors this one."""
    found = find_site(request.area, site)
    possible = site_register.possible_mentors(found)
    form = MentorForm(_sent(request), mentors=possible)

    def save(data: dict[str, Any]) -> Any:
        return actions.start_mentoring(mentor=data["mentor"], mentee=found, on=data["on"], by=request.user)

    if made := _saved(form, save):
        messages.success(request, f"{made.mentor} of {made.mentor.area} mentors {found}. Both areas are told.")
        return redirect("rollout:site", area=area, site=site)
    words = "" if possible else "No site of an earlier intake is live yet, so nobody can mentor this one for now."
    return _page(
        request,
        form,
        title=f"A mentor for {found}",
        submit="Save the mentor",
        site=found,
        words=words,
        is_open=bool(possible),
    )


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def end_mentoring(request: HttpRequest, area: str, site: int, mentoring: int) -> HttpResponse:
    """End a mentoring that one of the area's sites gives or takes."""
    found = find_site(request.area, site)
    rows = Mentoring.objects.filter(Q(mentor=found) | Q(mentee=found), ended_on__isnull=True)
    row = rows.select_related("mentor__area", "mentee__area").filter(pk=mentoring).first()
    if row is None:
        raise Http404("There is no such mentoring.")
    form = EndMentoringForm(_sent(request))

    def save(data: dict[str, Any]) -> Any:
        on = row.started_on if data["was_mistake"] else data["on"]
        return actions.end_mentoring(mentoring=row, on=on, by=request.user)

    if _saved(form, save):
        messages.success(request, "The mentoring has ended. Both areas are told.")
        return redirect("rollout:site", area=area, site=site)
    words = f"{row.mentor} ({row.mentor.area}) mentors {row.mentee} ({row.mentee.area})."
    return _page(request, form, title="End a mentoring", submit="End it", site=found, words=words)


def _sent(request: HttpRequest) -> Any:
    """What the form sent; None while it is only shown. A form of boxes alone may send nothing, and is still sent."""
    return request.POST if request.method == "POST" else None


def _saved(form: forms.Form, save: Callable[[dict[str, Any]], Any]) -> Any:
    """What the action made, where the form was sent and the register takes it; else None, with the form's faults."""
    if not form.is_bound or not form.is_valid():
        return None
    try:
        return save(form.cleaned_data)
    except actions.SiteRefused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return None


def _page(
    request: HttpRequest,
    form: forms.Form,
    *,
    title: str,
    submit: str,
    site: Site | None = None,
    words: str = "",
    is_open: bool = True,
) -> HttpResponse:
    slug = request.area.slug
    back = reverse("rollout:site", args=[slug, site.pk]) if site else reverse("rollout:sites", args=[slug])
    context = {
        "form": form if is_open else None,
        "page_title": title,
        "submit": submit,
        "site": site,
        "words": words,
        "back": back,
    }
    return render(request, "rollout/site_form.html", context, status=422 if form.errors else 200)
