"""The pages of an area's risks and issues, in its own workspace."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from tenants.rollout import changes, reasons, risk_scores
from tenants.rollout.models import Change, Risk
from tenants.rollout.risks import actions, presenters, queries
from tenants.rollout.risks.forms import RiskFilters, RiskForm

FORM_PAGE = "rollout/risk_form.html"


@requires(Permission.AREA_READ)
@methods("GET")
def risks(request: HttpRequest, area: str) -> HttpResponse:
    """The map of open risks and issues, and the list, narrowed as asked."""
    form, found = RiskFilters(request.GET or None), list(queries.risks())
    shown = presenters.narrowed(found, *form.chosen(), today())
    downloads = offers.offers("rollout:risks-download", area, query=request.GET)
    context = {
        "sentence": presenters.sentence(found),
        "chart": presenters.risk_map(request.area, found, today(), downloads),
        "filters": form,
        "is_narrowed": any(request.GET.values()),
        "table": presenters.table(request.area, shown, today()),
        "risks": presenters.listed(request.area, shown, today()),
        "has_any": bool(found),
        "downloads": downloads,
        "may_edit": request.access.can(Permission.ROLLOUT_EDIT, request.area),
    }
    return render(request, "rollout/risks.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def download(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """The list as a file, narrowed as the page was. For the area's own people: local risks are in it."""
    shown = presenters.narrowed(queries.risks(), *RiskFilters(request.GET or None).chosen(), today())
    table = presenters.table(request.area, shown, today())
    name = f"{area}-risks-{today().isoformat()}"
    return writing.answer(request, table, ending=ending, name=name, area=request.area)


@requires(Permission.AREA_READ)
@methods("GET")
def risk(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """One risk or issue with its history."""
    found = _find(number)
    context = {
        "risk": found,
        "tag": risk_scores.tag(found.likelihood_after, found.impact_after),
        "details": presenters.details(found, today()),
        "history": presenters.history_rows(changes.history(Change.Thing.RISK, found)),
        "may_edit": request.access.can(Permission.ROLLOUT_EDIT, request.area),
    }
    return render(request, "rollout/risk.html", context)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def new(request: HttpRequest, area: str) -> HttpResponse:
    """A new risk or issue."""
    form = RiskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.add(area=request.area, values=form.values(), by=request.user)
        messages.success(request, _saved(made))
        return redirect("rollout:risk", area=area, number=made.pk)
    return _form_page(request, form, "Add a risk or issue", "Add to the list", None)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def change(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Say something else of an open risk or issue."""
    found = _find(number)
    if found.closed_on is not None:
        return redirect("rollout:risk", area=area, number=number)
    form = RiskForm(request.POST or None, risk=found)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            made = actions.change(
                area=request.area, number=number, values=form.values(), reason=reason, by=request.user
            )
        except (actions.RiskUnchanged, actions.RiskClosed) as error:
            form.add_error(None, str(error))
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _saved(made))
            return redirect("rollout:risk", area=area, number=number)
    return _form_page(request, form, f"Change: {found.title}", "Save", found)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def close(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Close a risk or issue, with words on how it ended."""
    found = _find(number)
    return reasons.page(
        request,
        presenters.closing(found.title),
        act=lambda words: actions.close(area=request.area, number=number, words=words, by=request.user),
        back=presenters.address(request.area, found),
        is_possible=found.closed_on is None,
        template=FORM_PAGE,
        context={"risk": found},
    )


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def reopen(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Open a closed risk or issue again, with a reason."""
    found = _find(number)
    return reasons.page(
        request,
        presenters.reopening(found.title),
        act=lambda words: actions.reopen(area=request.area, number=number, reason=words, by=request.user),
        back=presenters.address(request.area, found),
        is_possible=found.closed_on is not None,
        template=FORM_PAGE,
        context={"risk": found},
    )


def _saved(risk: Risk) -> str:
    return "It is saved. The board sees it now." if risk.is_shared else "It is saved, in this workspace alone."


def _find(number: int) -> Risk:
    found = queries.find(number)
    if found is None:
        raise Http404("There is no such risk or issue.")
    return found


def _form_page(request: HttpRequest, form: forms.Form, title: str, submit: str, risk: Risk | None) -> HttpResponse:
    context = {"form": form, "page_title": title, "submit": submit, "risk": risk}
    return render(request, FORM_PAGE, context, status=422 if form.errors else 200)
