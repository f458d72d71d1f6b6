"""The pages of sets of assumptions."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from finance_models.assumptions import actions, presenters, queries, reference, starting
from finance_models.models import AssumptionSet
from finance_models.pages import address, form_page, may_edit
from finance_models.region import queries as region
from finance_models.runs.words import NOT_A_LIMIT

INTRO = ("Lines that begin with # are notes. Shares are numbers: 0.021 is 2.1%.",)


class AssumptionsForm(forms.Form):
    """A set as text, and why it is so."""

    name = forms.CharField(
        label="Name of the scenario", max_length=80, error_messages={"required": "Give the scenario a name."}
    )
    text = forms.CharField(
        label="Assumptions",
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false"}),
        error_messages={"required": "Write the assumptions."},
    )
    reason = forms.CharField(
        label="Why are they so?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why they are so."},
    )


@requires(Permission.FINANCE_READ)
@methods("GET")
def listed(request: HttpRequest, area: str) -> HttpResponse:
    """The latest version of each scenario."""
    rows = [
        [
            {"text": each.name, "href": address("assumptions", request, each.pk)},
            each.number,
            each.reason,
            each.by.name if each.by else "Sample data",
        ]
        for each in queries.latest()
    ]
    return render(request, "finance/assumptions.html", {"rows": rows, "may_edit": may_edit(request)})


@requires(Permission.FINANCE_READ)
@methods("GET")
def one(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """One version, whole, with the others of its name."""
    found = _find(number)
    others = [
        [{"text": f"Version {each.number}", "href": address("assumptions", request, each.pk)}, each.reason]
        for each in queries.versions_of(found.name)
    ]
    context = {"found": found, "others": others, "may_edit": may_edit(request), "figures": region.newest_figures()}
    return render(request, "finance/assumptions_one.html", context)


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def new(request: HttpRequest, area: str) -> HttpResponse:
    """Begin a scenario."""
    return _form(request, {"text": starting.TEXT}, "Begin a scenario")


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def change(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Make the next version of a scenario."""
    found = _find(number)
    return _form(request, {"name": found.name, "text": found.text}, f"Change: {found.name}")


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def reference_rates(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Take the region's rates as the reference rates of the next version."""
    found, figures = _find(number), region.newest_figures()
    refused: Exception | None = None
    try:
        rates = reference.rates_for(found, figures)
        if request.method == "POST":
            made = reference.take(area=request.area, found=found, figures=figures, by=request.user)
            messages.success(request, f"{made} is kept, with the region's rates.")
            return redirect(address("assumptions", request, made.pk))
    except (reference.ReferenceNotPossible, actions.AssumptionsRefused, actions.AssumptionsUnchanged) as refusal:
        refused = refusal
    context: dict[str, Any] = {"found": found, "refused": str(refused) if refused else "", "not_a_limit": NOT_A_LIMIT}
    if refused is None and figures:
        table = presenters.reference_table(rates, found, figures)
        context |= {"table": table, "origin": reference.origin_words(figures)}
    return render(request, "finance/assumptions_reference.html", context)


def _form(request: HttpRequest, initial: dict[str, Any], title: str) -> HttpResponse:
    form = AssumptionsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.save(area=request.area, by=request.user, **form.cleaned_data)
        except actions.AssumptionsRefused as refusal:
            for fault in refusal.faults[:20]:
                form.add_error("text", fault)
        except (actions.AssumptionsUnchanged, ValidationError) as error:
            form.add_error(None, error.messages if isinstance(error, ValidationError) else str(error))
        else:
            messages.success(request, f"{made} is kept.")
            return redirect(address("assumptions", request, made.pk))
    back = address("assumptions-list", request)
    return form_page(request, form, title=title, submit="Save", back=back, crumbs=[("Assumptions", back)], intro=INTRO)


def _find(number: int) -> AssumptionSet:
    found = queries.find(number)
    if found is None:
        raise Http404("There is no such set of assumptions.")
    return found
