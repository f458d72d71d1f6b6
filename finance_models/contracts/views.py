"""The pages of the contract register."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from finance_models.contracts import actions, presenters
from finance_models.contracts.forms import ChangeForm, ContractForm
from finance_models.models import Contract, ContractChange
from finance_models.pages import address, form_page, may_edit


@requires(Permission.FINANCE_READ)
@methods("GET")
def contracts(request: HttpRequest, area: str) -> HttpResponse:
    """The register."""
    found = list(Contract.objects.all())
    context = {
        "sentence": presenters.sentence(found),
        "table": presenters.table(request.area, found, today()),
        "downloads": offers.offers("finance:contracts-download", area),
        "may_edit": may_edit(request),
    }
    return render(request, "finance/contracts.html", context)


@requires(Permission.FINANCE_READ)
@methods("GET")
def download(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """The register as a file."""
    table = presenters.table(request.area, list(Contract.objects.all()), today())
    return writing.answer(request, table, ending=ending, name=f"{area}-contracts", area=request.area)


@requires(Permission.FINANCE_READ)
@methods("GET")
def contract(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """One contract and its changes."""
    found = _contract(number)
    changes = list(found.changes.all())
    under_way = next((each for each in changes if each.stage in actions.OPEN), None)
    context = {
        "contract": found,
        "details": presenters.details(found),
        "changes": presenters.change_rows(changes),
        "under_way": under_way,
        "next": presenters.NEXT.get(under_way.stage) if under_way else None,
        "may_edit": may_edit(request),
    }
    return render(request, "finance/contract.html", context)


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def new(request: HttpRequest, area: str) -> HttpResponse:
    """Add a contract as it is signed today."""
    form = ContractForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.add(area=request.area, values=form.cleaned_data, by=request.user)
        messages.success(request, "It is in the register.")
        return redirect(address("contract", request, made.pk))
    return _form(request, form, "Add a contract", "Save", address("contracts", request))


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def change(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Say how a contract shall be: the intention to change it."""
    found = _contract(number)
    form = ChangeForm(request.POST or None, contract=found)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            actions.intend(area=request.area, contract=found, terms=form.terms(), reason=reason, by=request.user)
        except (actions.ContractRefused, ValidationError) as error:
            form.add_error(None, error.messages if isinstance(error, ValidationError) else str(error))
        else:
            messages.success(request, "The intention is kept. The contract changes when it is signed.")
            return redirect(address("contract", request, number))
    return _form(request, form, f"Change: {found}", "Keep the intention", address("contract", request, number))


@requires(Permission.FINANCE_EDIT)
@methods("POST")
def step(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Take a change on by one step, or drop it."""
    found = ContractChange.objects.filter(pk=number).first()
    if found is None:
        raise Http404("There is no such change.")
    try:
        made = actions.step(area=request.area, number=number, to=request.POST.get("to", ""), by=request.user)
    except actions.ContractRefused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, f"Kept: {made.get_stage_display().lower()}.")
    return redirect(address("contract", request, found.contract_id))


def _contract(number: int) -> Contract:
    found = Contract.objects.filter(pk=number).first()
    if found is None:
        raise Http404("There is no such contract.")
    return found


def _form(request: HttpRequest, form: object, title: str, submit: str, back: str) -> HttpResponse:
    crumbs = [("Contracts", address("contracts", request))]
    return form_page(request, form, title=title, submit=submit, back=back, crumbs=crumbs)  # type: ignore[arg-type]
