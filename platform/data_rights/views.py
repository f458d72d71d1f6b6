"""A person's own pages: a copy of their data, asking for a correction, asking to be erased."""

import uuid

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.access import methods, signed_in
from data_rights import erasing, exports, presenters, requests
from data_rights.errors import CannotErase, DataRightsError
from data_rights.forms import CorrectionForm, ErasureForm
from data_rights.models import DataExport, DataRequest
from files import private
from files.errors import FileGone


@signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """What I can ask for, my copies, and what became of what I asked."""
    return render(request, "data_rights/mine.html", presenters.mine(request.user))


@methods("POST")
@signed_in
def ask_for_copy(request: HttpRequest) -> HttpResponse:
    """Starts the copy and leads to its progress."""
    try:
        job = exports.ask(by=request.user)
    except DataRightsError as refusal:
        messages.warning(request, str(refusal))
        return redirect("data_rights:mine")
    return redirect(job)


@signed_in
def download(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The file: for its own person, who has given their password or second step again, for seven days."""
    found = DataExport.objects.filter(public_id=public_id, person=request.user, expires_at__gt=timezone.now()).first()
    if found is None:
        raise Http404("No such copy.")
    return _serve(request, found)


@reauthentication_required
def _serve(request: HttpRequest, found: DataExport) -> HttpResponse:
    try:
        answer = private.serve(found.path, name=f"your-data-{timezone.localtime(found.made_at):%Y-%m-%d}.zip")
    except FileGone as gone:
        raise Http404("No such copy.") from gone
    exports.note_download(found, by=request.user)
    return answer


@methods("GET", "POST")
@signed_in
def correction(request: HttpRequest) -> HttpResponse:
    """Asks the network's managers to put something right."""
    form = CorrectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        requests.ask_for_correction(by=request.user, text=form.cleaned_data["text"])
        messages.success(request, "Your request is sent. You get an answer within a month, on this page.")
        return redirect("data_rights:mine")
    return render(request, "data_rights/correction.html", {"form": form}, status=422 if form.errors else 200)


@methods("GET", "POST")
@signed_in
@reauthentication_required(allow_get=True)
def erasure(request: HttpRequest) -> HttpResponse:
    """Says what will go and what stays, and asks; the password or second step is given again."""
    form = ErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            requests.ask_for_erasure(by=request.user)
        except CannotErase as refusal:
            for fault in refusal.faults:
                messages.error(request, fault)
            return redirect("data_rights:erasure")
        messages.success(request, "You will be erased in 14 days. You can take this back until then.")
        return redirect("data_rights:mine")
    context = {"form": form, "plan": erasing.plan(request.user), "waiting": requests.open_erasure_of(request.user)}
    return render(request, "data_rights/erasure.html", context, status=422 if form.errors else 200)


@methods("POST")
@signed_in
def cancel(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Takes one's own request back."""
    found = get_object_or_404(DataRequest, public_id=public_id, person=request.user)
    try:
        requests.cancel(found, by=request.user)
    except DataRightsError as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, "Your request is taken back.")
    return redirect("data_rights:mine")
