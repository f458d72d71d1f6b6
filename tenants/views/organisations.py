"""The organisations that the areas work with, for those who may read the programme."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import requires
from accounts.permissions import Permission
from files import offers, writing
from tenants.forms import OrganisationFilters
from tenants.models import Organisation
from tenants.presenters import organisations as presenter

ORGANISATIONS_ON_A_PAGE = 50


@requires(Permission.BOARD_READ)
def organisations(request: HttpRequest) -> HttpResponse:
    """All of them, narrowed by kind."""
    form = OrganisationFilters(request.GET or None)
    page = Paginator(form.rows(), ORGANISATIONS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "table": presenter.table(page),
        "is_narrowed": bool(request.GET.get("kind")),
        "downloads": offers.offers("organisations:download", query=request.GET),
    }
    return render(request, "tenants/organisations.html", context)


@requires(Permission.BOARD_READ)
def download(request: HttpRequest, ending: str) -> HttpResponse:
    """The same list as a file, without pages."""
    table = presenter.table(OrganisationFilters(request.GET or None).rows())
    return writing.answer(request, table, ending=ending, name="organisations")


@requires(Permission.BOARD_READ)
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """One organisation, and what it does in the reader's own areas."""
    found = Organisation.objects.select_related("network_partnership").filter(slug=slug).first()
    if found is None:
        raise Http404("No such organisation.")
    partnerships = presenter.partnerships(found, request.access.areas(Permission.AREA_READ))
    context = {"organisation": found, "details": presenter.details(found), "partnerships": partnerships}
    return render(request, "tenants/organisation.html", context)
