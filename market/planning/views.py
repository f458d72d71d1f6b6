"""Plans of a year: the person's own, and nobody else's."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from market.finding import queries as finding
from market.finding import shortlist
from market.models import YearPlan
from market.pages import page
from market.planning import actions, missing, presenters, queries, sums
from market.planning.errors import PlanRefused
from market.planning.forms import PlanForm, pounds

EASY_READ = "easy-read"


@requires(Permission.MARKET_BUY)
@methods("GET")
def listed(request: HttpRequest) -> HttpResponse:
    """The person's plans."""
    plans = list(queries.plans(request.user))
    rows = [(plan, presenters.plan_row(plan, sums.of(plan))) for plan in plans]
    return page(request, "market/planning/plans.html", {"rows": rows})


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Begin a plan; `?offer=` in the address goes on to put that offer into it."""
    form = PlanForm(request.POST or None)
    offer = request.GET.get("offer", "")
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.make(**form.cleaned_data, by=request.user)
        except PlanRefused as error:
            form.add_error(None, str(error))
        else:
            next_step = reverse("market:plan-line-new", args=[made.public_id])
            return redirect(f"{next_step}?offer={offer}") if offer else redirect("market:plan", made.public_id)
    return _form(request, form, "Plan a year", "Begin the plan", reverse("market:plans"))


@requires(Permission.MARKET_BUY)
@methods("GET")
def one(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """A plan with what it costs and what is left; in Easy Read with `?easy-read=1`."""
    plan = own(request, public_id)
    found = sums.of(plan)
    context: dict[str, Any] = {
        "plan": plan,
        "is_easy_read": request.GET.get(EASY_READ) == "1",
        "sum": found,
        "totals": presenters.totals(found),
        "downloads": offers.offers("market:plan-file", plan.public_id),
    }
    if context["is_easy_read"]:
        return page(request, "market/planning/plan_easy_read.html", {**context, "items": presenters.easy_read(found)})
    listings = queries.listings_of(plan)
    context |= {
        "lines": [
            {
                "row": line.row,
                "how_much": presenters.how_much(line.row),
                "price": presenters.price(line.row),
                "pence": line.pence,
                "note": presenters.note(line.row, listings),
                "listing": listings.get(line.row.offer_id or 0),
                "breakdown": presenters.breakdown(line.row, line.costs) if line.costs else [],
                "missing_href": missing.href(line.row, listings.get(line.row.offer_id or 0)),
            }
            for line in found.lines
        ],
        "shortlist": [row for row in shortlist.of(request.user)[0] if row.offer_id not in listings],
        "rates": sums.RATES.year,
    }
    return page(request, "market/planning/plan.html", context)


@requires(Permission.MARKET_BUY)
@methods("GET")
def file(request: HttpRequest, public_id: uuid.UUID, ending: str) -> HttpResponse:
    """The plan as a file, with what each assistant costs."""
    plan = own(request, public_id)
    found = sums.of(plan)
    tables = [presenters.table(plan, found)]
    tables += [presenters.assistant_table(line) for line in found.lines if line.costs]
    name = f"plan-of-a-year-{today().isoformat()}"
    return writing.answer(request, tables, ending=ending, name=name, title="My plan of a year")


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
def change(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Another name, first day or budget."""
    plan = own(request, public_id)
    initial = {"name": plan.name, "begins_on": plan.begins_on, "budget_pence": pounds(plan.budget_pence)}
    form = PlanForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.change(plan=plan, **form.cleaned_data)
        return redirect("market:plan", plan.public_id)
    return _form(request, form, "Change the plan", "Save", reverse("market:plan", args=[plan.public_id]), plan)


@requires(Permission.MARKET_BUY)
@methods("POST")
def copy(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The same plan again, to try another way."""
    plan = own(request, public_id)
    try:
        made = actions.copy(plan=plan, by=request.user)
    except PlanRefused as error:
        messages.error(request, str(error))
        return redirect("market:plan", plan.public_id)
    messages.success(request, "This is the copy. Change it as you like; the first one stays as it is.")
    return redirect("market:plan", made.public_id)


@requires(Permission.MARKET_BUY)
@methods("GET", "POST")
def delete(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Asks first, then deletes."""
    plan = own(request, public_id)
    if request.method == "POST":
        actions.delete(plan=plan)
        messages.success(request, "The plan is deleted.")
        return redirect("market:plans")
    return page(request, "market/planning/delete.html", {"plan": plan})


@requires(Permission.MARKET_BUY)
@methods("GET")
def choose(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Into which plan an offer goes; with no choice, straight on."""
    listing = finding.one(public_id)
    if listing is None:
        raise Http404("There is no such offer now.")
    plans = list(queries.plans(request.user))
    if not plans:
        return redirect(f"{reverse('market:plan-new')}?offer={public_id}")
    if len(plans) == 1:
        return redirect(f"{reverse('market:plan-line-new', args=[plans[0].public_id])}?offer={public_id}")
    return page(request, "market/planning/choose.html", {"listing": listing, "plans": plans})


def own(request: HttpRequest, public_id: uuid.UUID) -> YearPlan:
    """A plan of whoever asks; 404 for another's and for none."""
    plan = queries.plan(request.user, public_id)
    if plan is None:
        raise Http404("There is no such plan.")
    return plan


def _form(
    request: HttpRequest, form: Any, title: str, submit: str, back: str, plan: YearPlan | None = None
) -> HttpResponse:
    context = {"form": form, "form_title": title, "submit": submit, "back": back, "plan": plan}
    return page(request, "market/planning/form.html", context, status=422 if form.errors else 200)
