"""Pages of the network's terms of finance releases."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from finance_models.region import terms as terms_of
from finance_models.region.forms import TermsForm
from tenants.returns import finance
from tenants.returns.models import FinanceTerms


@requires(Permission.FINANCE_REGION_READ)
@methods("GET")
def terms(request: HttpRequest) -> HttpResponse:
    """Every version of the terms, the newest first."""
    found = FinanceTerms.objects.select_related("by")
    context = {
        "versions": [(each, terms_of.in_rows(each)) for each in found[:50]],
        "may_set_terms": request.access.can(Permission.FINANCE_TERMS_SET),
    }
    return render(request, "finance/region_terms.html", context)


@requires(Permission.FINANCE_TERMS_SET)
@methods("GET", "POST")
def set_terms(request: HttpRequest) -> HttpResponse:
    """Set other terms; what areas have released by the present ones stays, and no longer counts."""
    form = TermsForm(request.POST or None, terms=finance.present_terms())
    if request.method == "POST" and form.is_valid():
        try:
            made = finance.set_terms(values=form.values(), reason=form.cleaned_data["reason"], by=request.user)
        except (finance.TermsUnchanged, ValidationError) as error:
            form.add_error(None, error.messages if isinstance(error, ValidationError) else str(error))
        else:
            messages.success(request, f"{made} count from now on. Areas prepare their releases by them.")
            return redirect("region:terms")
    return render(request, "finance/region_terms_set.html", {"form": form}, status=422 if form.errors else 200)
