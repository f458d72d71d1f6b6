"""The public answer to "when is it my turn?"."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, public
from config.today import today
from tenants import groups
from tenants.forms import YourTurnForm, place_words
from tenants.models import Area, ImplementationCohort, Promise
from tenants.presenters import your_turn as presenter
from tenants.returns.queries import plan_history


@public
@methods("GET")
def start(request: HttpRequest) -> HttpResponse:
    """One question: where do you live, and who is it for?"""
    form = YourTurnForm(request.GET or None)
    if form.is_bound and form.is_valid():
        return redirect("your_turn:answer", area=form.cleaned_data["area"], group=form.cleaned_data["group"])
    return render(request, "tenants/your_turn_start.html", {"form": form}, status=422 if form.errors else 200)


@public
@methods("GET")
def answer(request: HttpRequest, area: str, group: str) -> HttpResponse:
    """What a person of this group can ask for in this area, from when, and whom to ask; also in Easy Read."""
    found = Area.objects.active().filter(slug=area).first()
    kind = groups.BY_SLUG.get(group)
    if found is None or kind is None:
        raise Http404("There is no such area or group.")
    history = list(plan_history(found, kind.key))
    context = presenter.page(
        area=found,
        place=place_words(found),
        group=kind,
        history=history,
        cohorts=list(ImplementationCohort.objects.all()),
        promises={promise.key: promise for promise in Promise.objects.all()},
        today=today(),
    )
    context["easy_read_on"] = request.GET.get("easy-read") == "1"
    return render(request, "tenants/your_turn.html", context)
