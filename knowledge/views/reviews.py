"""Reviewing a resource by a private link: what to do, the page as readers will see it, and the answer."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from accounts.access import methods, public
from accounts.rate_limits import limited
from knowledge.coproduction import reviewers
from knowledge.coproduction.errors import StepRefused
from knowledge.forms import AGREE, AnswerForm

GONE = 410


@public
@methods("GET", "POST")
@limited("review")
@never_cache
def review(request: HttpRequest, token: str) -> HttpResponse:
    """The question and its answer; 410 for a link that doesn't work (any more), which says no more than that."""
    reviewer = reviewers.find_open(token)
    if reviewer is None:
        return private(render(request, "knowledge/review_over.html", status=GONE))
    page = reviewer.resource.specific
    revision = page.get_latest_revision()
    start = {"role": reviewer.role, "name": reviewer.name, "may_be_named": bool(reviewer.name), "revision": revision.pk}
    form = AnswerForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid() and _kept(request, reviewer, form):
        return redirect(f"{request.path}?said={form.cleaned_data['decision']}")
    context = {
        "form": form,
        "page": revision.as_object(),
        "reviewer": reviewer,
        "token": token,
        "said": "" if form.is_bound else request.GET.get("said", ""),
        "before": list(reviewer.steps.order_by("pk")),
    }
    return private(render(request, "knowledge/review.html", context, status=422 if form.errors else 200))


@public
@limited("review")
@never_cache
def page_to_review(request: HttpRequest, token: str) -> HttpResponse:
    """The page as readers will see it."""
    reviewer = reviewers.find_open(token)
    if reviewer is None:
        raise Http404("No such page.")
    shown: Any = reviewer.resource.specific.get_latest_revision().as_object()
    request.review_token = token  # type: ignore[attr-defined]
    answer = shown.serve_preview(request, shown.default_preview_mode)
    return private(answer.render() if hasattr(answer, "render") else answer)


def _kept(request: HttpRequest, reviewer: Any, form: AnswerForm) -> bool:
    """Whether the answer was kept; a refusal is shown above the form, and what was typed stays in it."""
    said = form.cleaned_data
    try:
        reviewers.decide(
            reviewer=reviewer,
            revision_id=said["revision"],
            agrees=said["decision"] == AGREE,
            role=said["role"],
            words=said["words"],
            name=form.shown_name,
            by=request.user if request.user.is_authenticated else None,
        )
    except StepRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def private(answer: HttpResponse) -> HttpResponse:
    """The address is the key: no search engine keeps it, and no page that is linked to gets to know it."""
    # "no-referrer" would take the form's origin away too, and every answer would be refused as forged.
    answer["Referrer-Policy"] = "same-origin"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
