"""Fair shares: the rule, where areas stand, how that came about, and pledges. The network manager sets the rule."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from timebank.calc.fairness.shares import RULES, NoShares
from timebank.fairness import actions, presenters, queries, standing
from timebank.fairness.forms import PledgeForm, RuleForm
from timebank.ledger import accounts

TABLES = ("shares", "over-time", "pledges")


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def fair_shares(request: HttpRequest) -> HttpResponse:
    """Where areas stand by the rule in force."""
    tables, facts = _tables()
    downloads = {key: offers.offers("timebank:fair-shares-file", key) for key in TABLES}
    areas, in_use, point, points = facts
    context: dict[str, Any] = {
        "rule": RULES[in_use.rule],
        "rule_words": presenters.rule_words(in_use),
        "in_use": in_use,
        "point": point,
        "gini": presenters.ratio_words(point.gini),
        "minimum": presenters.ratio_words(point.minimum),
        "tables": tables,
        "downloads": downloads,
        "chart": presenters.shares_chart(tables["shares"], areas, point, downloads["shares"]),
        "over_time": presenters.over_time_chart(points, downloads["over-time"]) if points else None,
        "explained": presenters.GINI,
        "versions": presenters.version_rows(queries.versions()),
        "may_choose": request.access.can_everywhere(Permission.TIMEBANK_COORDINATE),
    }
    return render(request, "timebank/fairness/fair_shares.html", context)


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def file(request: HttpRequest, key: str, ending: str) -> HttpResponse:
    """One of the tables as a file."""
    tables, _ = _tables()
    if key not in tables:
        raise Http404("There is no such table.")
    name = f"time-bank-{key}-{today().isoformat()}"
    return writing.answer(request, tables[key], ending=ending, name=name)


@requires(Permission.TIMEBANK_COORDINATE)
@methods("GET", "POST")
def choose(request: HttpRequest) -> HttpResponse:
    """Set the rule for the board, with a reason."""
    areas = standing.area_accounts()
    in_use = standing.in_force(areas)
    weights = in_use.version.weights if in_use.version else {}
    form = RuleForm(request.POST or None, areas=areas, weights=weights, initial={"rule": in_use.rule})
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose(
                rule=form.cleaned_data["rule"],
                weights=form.weights(),
                reason=form.cleaned_data["reason"],
                by=request.user,
            )
        except NoShares as error:
            form.add_error("rule", str(error))
        else:
            messages.success(request, "The rule counts from today, and every area sees it.")
            return redirect("timebank:fair-shares")
    title, submit = "Set the rule of fair shares", "Set the rule"
    return _form(request, form, title, submit)


@requires(Permission.TIMEBANK_COORDINATE)
@methods("GET", "POST")
def pledge(request: HttpRequest) -> HttpResponse:
    """Record what a first-phase site agreed to give."""
    form = PledgeForm(request.POST or None, accounts=accounts.all_accounts())
    if request.method == "POST" and form.is_valid():
        actions.pledge(by=request.user, **form.values())
        messages.success(request, "The pledge is recorded.")
        return redirect("timebank:fair-shares")
    return _form(request, form, "Record a pledge", "Record it")


def _tables() -> tuple[dict[str, Any], tuple[Any, ...]]:
    areas = standing.area_accounts()
    in_use = standing.in_force(areas)
    point = standing.now(areas, in_use)
    points = queries.over_time(areas, in_use)
    tables = {
        "shares": presenters.shares_table(areas, in_use, point),
        "over-time": presenters.over_time_table(points),
        "pledges": presenters.pledges_table(queries.pledges(), queries.given(), today()),
    }
    return tables, (areas, in_use, point, points)


def _form(request: HttpRequest, form: Any, title: str, submit: str) -> HttpResponse:
    context = {"form": form, "form_title": title, "submit": submit}
    return render(request, "timebank/fairness/form.html", context, status=422 if form.errors else 200)
