"""Reviews of resources: what is due, for editors; and the answer of whoever looks after one."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.access import methods, requires, signed_in
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from knowledge.keeping import answers, due, presenters
from knowledge.keeping.forms import RIGHT, ReviewForm
from ui import formats

RESOURCES_ON_A_PAGE = 25


@requires(Permission.CMS_EDIT)
def due_list(request: HttpRequest) -> HttpResponse:
    """What is to be reviewed within a month, or should have been."""
    page = Paginator(due.due(today()), RESOURCES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_of_list": page,
        "table": presenters.table(page.object_list, today()),
        "downloads": offers.offers("knowledge:due-file", cells=page.paginator.count * 5),
    }
    return render(request, "knowledge/due.html", context)


@requires(Permission.CMS_EDIT)
def due_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file."""
    table = presenters.table(due.due(today()), today())
    return writing.answer(request, table, ending=ending, name="resources-to-be-reviewed")


@signed_in
@methods("GET", "POST")
def review_due(request: HttpRequest, page: int) -> HttpResponse:
    """Read a resource again and say so: its author, the lead of the area that keeps it, an editor. Others: 404."""
    access: Any = request.access  # type: ignore[attr-defined]
    resource = get_object_or_404(due.answered_by(request.user, access), pk=page)
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        messages.success(request, _kept(resource, form.cleaned_data, request.user))
        return redirect(reverse("knowledge:due") if access.can(Permission.CMS_EDIT) else resource.get_url())
    context = {"form": form, "resource": resource, "is_late": bool(resource.review_on and resource.review_on < today())}
    return render(request, "knowledge/review_due.html", context, status=422 if form.errors else 200)


def _kept(resource: Any, said: dict[str, Any], by: Any) -> str:
    """Keeps the answer; what the person is told."""
    if said["answer"] == RIGHT:
        answers.is_right(resource=resource, next_on=said["next_on"], by=by)
        return f"Thank you. It is to be reviewed again by {formats.date(said['next_on'])}."
    answers.has_to_change(resource=resource, words=said["words"], by=by)
    return "Thank you. The knowledge editors have been told what is wrong."
