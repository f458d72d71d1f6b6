"""How a resource is made: where it stands, who is asked, what the check found. For editors."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from accounts.access import methods, requires
from accounts.permissions import Permission
from knowledge import making_presenters
from knowledge.accessibility import explanations
from knowledge.consents import rules as consents
from knowledge.coproduction import reviewers, steps
from knowledge.forms import AskForm, ExplainForm
from knowledge.models import Resource, Reviewer

RESOURCES_ON_A_PAGE = 25


@requires(Permission.DRAFTS_READ)
def all_drafts(request: HttpRequest) -> HttpResponse:
    """What is being made: resources with words that aren't published, the last changed first.

    Whoever only reads sees no story that nobody agrees to (any more); a manager none whose consent was taken back.
    """
    is_editor = _is_editor(request)
    found = (
        _open_to(request)
        .filter(has_unpublished_changes=True)
        .select_related("content_type", "latest_revision")
        .defer("body", "latest_revision__content")
        .order_by("-latest_revision_created_at", "-pk")
    )
    page = Paginator(found, RESOURCES_ON_A_PAGE).get_page(request.GET.get("page"))
    rows = making_presenters.draft_rows(list(page.object_list), "making" if is_editor else "draft")
    context = {"drafts": page, "rows": rows, "is_editor": is_editor}
    return render(request, "knowledge/drafts.html", context)


@requires(Permission.DRAFTS_READ)
@never_cache
def draft(request: HttpRequest, page: int) -> HttpResponse:
    """A draft as readers would see it, for those who read drafts and don't write them."""
    resource = get_object_or_404(_open_to(request), pk=page, has_unpublished_changes=True).specific
    shown: Any = resource.get_latest_revision().as_object()
    request.reads_draft = True  # type: ignore[attr-defined]
    answer = shown.serve_preview(request, shown.default_preview_mode)
    return answer.render() if hasattr(answer, "render") else answer


@requires(Permission.CMS_EDIT)
def making(request: HttpRequest, page: int) -> HttpResponse:
    """Where one resource stands, step by step."""
    access: Any = request.access  # type: ignore[attr-defined]
    return render(request, "knowledge/making.html", making_presenters.making(_resource(request, page), access))


@requires(Permission.CMS_EDIT)
@methods("GET", "POST")
def ask(request: HttpRequest, page: int) -> HttpResponse:
    """Ask somebody with lived experience to review it."""
    resource = _resource(request, page)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reviewers.invite(page=resource, by=request.user, **form.cleaned_data)
        except PermissionDenied as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, f"{form.cleaned_data['email']} has been sent a link.")
            return redirect("knowledge:making", resource.pk)
    context = {"form": form, "resource": resource}
    return render(request, "knowledge/ask.html", context, status=422 if form.errors else 200)


@requires(Permission.CMS_EDIT)
@methods("GET", "POST")
def take_back(request: HttpRequest, page: int, reviewer: int) -> HttpResponse:
    """Take a reviewer's link back; asked first."""
    resource = _resource(request, page)
    found = get_object_or_404(Reviewer.objects.open(), pk=reviewer, resource=resource)
    if request.method == "POST":
        reviewers.withdraw(reviewer=found, by=request.user)
        messages.success(request, "The link no longer works.")
        return redirect("knowledge:making", resource.pk)
    return render(request, "knowledge/take_back.html", {"reviewer": found, "resource": resource})


@requires(Permission.CMS_EDIT)
@methods("GET", "POST")
def explain(request: HttpRequest, page: int, finding: str) -> HttpResponse:
    """Say why something that the check found is right as it is."""
    resource = _resource(request, page)
    found = making_presenters.finding(resource, finding)
    form = ExplainForm(request.POST or None, initial={"why": found.explanation})
    if request.method == "POST" and form.is_valid():
        explanations.explain(page=resource, finding=finding, why=form.cleaned_data["why"], by=request.user)
        messages.success(request, "Your explanation is kept.")
        return redirect("knowledge:making", resource.pk)
    context = {"form": form, "resource": resource, "finding": found}
    return render(request, "knowledge/explain.html", context, status=422 if form.errors else 200)


@requires(Permission.CMS_EDIT)
@methods("POST")
def pass_check(request: HttpRequest, page: int) -> HttpResponse:
    """Say that a person has looked at the page, and that the check is passed."""
    resource = _resource(request, page)
    try:
        steps.check_passed(page=resource, by=request.user)
    except PermissionDenied as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The accessibility check is passed.")
    return redirect("knowledge:making", resource.pk)


def _is_editor(request: HttpRequest) -> bool:
    access: Any = request.access  # type: ignore[attr-defined]
    return access.can(Permission.CMS_EDIT)


def _open_to(request: HttpRequest) -> Any:
    """Resources and versions without the stories that are closed to whoever asks."""
    access: Any = request.access  # type: ignore[attr-defined]
    if not access.can(Permission.CMS_EDIT):
        return consents.without_uncovered(Resource.with_versions.all())
    keeps_consents = access.can_everywhere(Permission.STORY_CONSENT_KEEP)
    return Resource.with_versions.all() if keeps_consents else consents.without_taken_back(Resource.with_versions.all())


def _resource(request: HttpRequest, key: int) -> Any:
    return get_object_or_404(_open_to(request), pk=key).specific
