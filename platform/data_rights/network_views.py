"""The network managers' pages: requests about data, and how long things are kept."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

import audit
from accounts.access import methods, requires
from accounts.permissions import Permission
from data_rights import erasing, presenters, requests
from data_rights.errors import CannotErase, DataRightsError
from data_rights.forms import AnswerForm, ErasureForm
from data_rights.models import DataRequest
from data_rights.presenters import RequestFilters
from files import offers, writing

REQUESTS_A_PAGE = 50


@requires(Permission.DATA_REQUESTS_ANSWER)
def request_list(request: HttpRequest) -> HttpResponse:
    """What people asked about their data; those that wait first, the soonest due on top."""
    form = RequestFilters(request.GET or None)
    found = presenters.requests_in_order(form.state())
    page = Paginator(found, REQUESTS_A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "rows": presenters.request_rows(page), "head": presenters.REQUEST_HEAD}
    return render(request, "data_rights/requests.html", context)


@methods("GET", "POST")
@requires(Permission.DATA_REQUESTS_ANSWER)
def one_request(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One request, with what the person wrote; answering a correction."""
    found = _request(public_id)
    form = AnswerForm(request.POST or None) if found.is_open and found.kind == DataRequest.Kind.CORRECTION else None
    if request.method == "POST" and form and form.is_valid():
        try:
            requests.answer(found, by=request.user, words=form.cleaned_data["answer"])
        except DataRightsError as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, "Your answer is kept. The person reads it on their own page.")
        return redirect("data_rights:requests")
    audit.read(action="data_request.read", by=request.user, object=found)
    context = {"form": form, "found": found, "facts": presenters.facts_of(found)}
    return render(request, "data_rights/request.html", context, status=422 if form and form.errors else 200)


@methods("GET", "POST")
@requires(Permission.DATA_REQUESTS_ANSWER)
def erase_now(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Asks, then erases the person who asked without waiting for the 14 days."""
    found = get_object_or_404(
        DataRequest.objects.select_related("person"),
        public_id=public_id,
        kind=DataRequest.Kind.ERASURE,
        state=DataRequest.State.OPEN,
    )
    form = ErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            requests.carry_out(found, by=request.user)
        except (CannotErase, DataRightsError) as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "The person is erased.")
        return redirect("data_rights:requests")
    context = {"form": form, "found": found, "plan": erasing.plan(found.person)}
    return render(request, "data_rights/erase_now.html", context, status=422 if form.errors else 200)


@requires(Permission.AUDIT_READ, everywhere=True)
def retention(request: HttpRequest) -> HttpResponse:
    """How long each kind of thing is kept, why, and what was deleted last."""
    context = {
        # Where each rule stands in the code is of use in the file, and takes a third of the page.
        "head": presenters.RETENTION_HEAD[:-1],
        "table": [row[:-1] for row in presenters.retention_table()],
        "now": timezone.localdate(),
        "downloads": offers.offers("data_rights:retention-download"),
    }
    return render(request, "data_rights/retention.html", context)


@requires(Permission.AUDIT_READ, everywhere=True)
def retention_download(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file."""
    return writing.answer(request, presenters.retention_file(), ending=ending, name="how-long-things-are-kept")


def _request(public_id: uuid.UUID) -> DataRequest:
    return get_object_or_404(DataRequest.objects.select_related("person", "answered_by"), public_id=public_id)
