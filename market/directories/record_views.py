"""One service of another directory: ours and theirs side by side, and our own words for it."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from market.directories import actions, presenters, queries
from market.directories.errors import DirectoryRefused
from market.directories.forms import RecordForm
from market.models import DirectoryRecord
from market.pages import page

DONE = {
    "accept": "What the directory says is shown now.",
    "keep": "Our words stay. You are asked again when the directory changes it.",
}


@requires(Permission.MARKET_SHAPE)
@methods("GET", "POST")
def record(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Compare, and accept the directory's change or keep our words."""
    found = _find(request, public_id)
    answer = request.POST.get("do", "")
    if request.method == "POST":
        if answer not in DONE:
            return redirect("market:directory-record", public_id)
        try:
            {"accept": actions.accept, "keep": actions.keep}[answer](record=found, by=request.user)
            messages.success(request, DONE[answer])
        except DirectoryRefused as refused:
            messages.warning(request, str(refused))
        return redirect("market:directory-record", public_id)
    context: dict[str, Any] = {
        "record": found,
        "row": found.directory,
        "table": presenters.comparison(found, _shown(found)),
        "is_listed": hasattr(found.offer, "listing"),
    }
    return page(request, "market/directories/record.html", context)


@requires(Permission.MARKET_SHAPE)
@methods("GET", "POST")
def edit(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Write our own words for a service."""
    found = _find(request, public_id)
    form = RecordForm(request.POST or None, edition=_shown(found))
    if request.method == "POST" and form.is_valid():
        actions.edit(record=found, by=request.user, **form.cleaned_data)
        messages.success(request, "Our words are shown now. They stay until you accept a change of the directory.")
        return redirect("market:directory-record", public_id)
    context = {
        "form": form,
        "form_title": f"Edit {found.name}"[:120],
        "submit": "Show these words",
        "row": found.directory,
        "record": found,
    }
    return page(request, "market/directories/form.html", context, status=422 if form.errors else 200)


def _find(request: HttpRequest, public_id: uuid.UUID) -> DirectoryRecord:
    found = queries.record(request.access, public_id)
    if found is None:
        raise Http404("There is no such service in your areas.")
    return found


def _shown(found: DirectoryRecord) -> Any:
    assert found.offer is not None and found.offer.shown is not None
    return found.offer.shown
