"""Asking for a board pack, and fetching those that were made."""

import uuid

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

import audit
from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import private
from files.writing import AUDIT_ACTION
from jobs import actions as jobs
from tenants.programme.as_at import chosen
from tenants.programme.models import BoardPack

SHOWN_AT_MOST = 20


@requires(Permission.BOARD_READ)
@methods("GET", "POST")
def packs(request: HttpRequest) -> HttpResponse:
    """The packs that were made, and a form that asks for one."""
    if request.method == "POST":
        return _make(request)
    form, board = chosen(request)
    made = BoardPack.objects.select_related("by")[:SHOWN_AT_MOST]
    return render(request, "programme/packs.html", {"packs": made, "as_at_form": form, "board": board})


def _make(request: HttpRequest) -> HttpResponse:
    request.GET = request.POST  # the same form, sent
    form, board = chosen(request)
    if form.errors:
        context = {"packs": BoardPack.objects.select_related("by")[:SHOWN_AT_MOST], "as_at_form": form, "board": board}
        return render(request, "programme/packs.html", context, status=422)
    asked = {"day": board.day.isoformat(), "quarter": board.quarter.key if board.quarter else ""}
    job = jobs.start(kind="board-pack", by=request.user, input=asked)
    return redirect(job)


@requires(Permission.BOARD_READ)
@methods("GET")
@limited("export")
def pack_file(request: HttpRequest, public_id: uuid.UUID, ending: str) -> HttpResponse:
    """One file of a pack; 404 where it has none of this kind."""
    pack = get_object_or_404(BoardPack, public_id=public_id)
    kept = {"pdf": pack.pdf, "xlsx": pack.workbook}.get(ending, "")
    if not kept:
        raise Http404("This pack has no such file.")
    name = f"board-pack-{pack.as_at.isoformat()}.{ending}"
    with transaction.atomic():
        audit.record(action=AUDIT_ACTION, by=request.user, object=pack, detail={"file": name})
    return private.serve(kept, name=name)
