"""The public answer to "when is it my turn?"."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, public
from accounts.rate_limits import limited
from config.today import today
from files import offers, writing
from tenants import followers, groups
from tenants.groups import Group
from tenants.models import Area, ImplementationCohort, Promise
from tenants.presenters import your_turn as presenter
from tenants.presenters import your_turn_easy_read as easy_read
from tenants.returns.queries import plan_history
from tenants.your_turn_forms import GroupForm, PlaceForm, place_words


@public
@methods("GET")
def start(request: HttpRequest) -> HttpResponse:
    """One question a page: where do you live, then who is it for."""
    place = PlaceForm(request.GET if "area" in request.GET else None)
    if not place.is_bound or not place.is_valid():
        return _question(request, place, items=easy_read.START)
    area = place.cleaned_data["area"]
    form = GroupForm(request.GET if "group" in request.GET else None)
    if form.is_bound and form.is_valid():
        answer_page = redirect("your_turn:answer", area=area, group=form.cleaned_data["group"])
        if is_easy_read(request):
            answer_page["Location"] += "?easy-read=1"
        return answer_page
    chosen = Area.objects.get(slug=area)
    return _question(request, form, items=easy_read.FOR_WHOM, area=chosen, place=place_words(chosen))


@public
@methods("GET")
def answer(request: HttpRequest, area: str, group: str) -> HttpResponse:
    """What a person of this group can ask for in this area, from when, and whom to ask; also in Easy Read."""
    found, kind = find_page(area, group)
    context = presenter.page(
        area=found,
        place=place_words(found),
        group=kind,
        history=list(plan_history(found, kind.key)),
        cohorts=list(ImplementationCohort.objects.all()),
        promises={promise.key: promise for promise in Promise.objects.all()},
        today=today(),
    )
    context |= {
        "easy_read_on": is_easy_read(request),
        "is_followed": followers.is_followed(found, kind.key, request.user),
        "downloads": offers.offers("your_turn:history", area, group),
    }
    return render(request, "tenants/your_turn.html", context)


@public
@methods("GET")
@limited("export")
def history(request: HttpRequest, area: str, group: str, ending: str) -> HttpResponse:
    """The plan and its changes as a file."""
    found, kind = find_page(area, group)
    table = presenter.history_table(found, kind, list(plan_history(found, kind.key)))
    return writing.answer(request, table, ending=ending, name=f"your-turn-{area}-{group}")


def find_page(area: str, group: str) -> tuple[Area, Group]:
    """The active area and the group that an address names; raises Http404."""
    found = Area.objects.active().filter(slug=area).first()
    kind = groups.BY_SLUG.get(group)
    if found is None or kind is None:
        raise Http404("There is no such area or group.")
    return found, kind


def is_easy_read(request: HttpRequest) -> bool:
    """Whether the switch of the page is on Easy Read."""
    return request.GET.get("easy-read") == "1"


def _question(request: HttpRequest, form: Any, **context: Any) -> HttpResponse:
    context |= {"form": form, "easy_read_on": is_easy_read(request)}
    return render(request, "tenants/your_turn_start.html", context, status=422 if form.errors else 200)
