"""Marking steps of a learning page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from knowledge import completions
from knowledge.models import LearningPage


@requires(Permission.LEARNING_COMPLETE)
@methods("POST")
def mark(request: HttpRequest, page: int, resource: int) -> HttpResponse:
    """A step is done (`done=1`), or isn't any more."""
    found = get_object_or_404(LearningPage.objects.live(), pk=page)
    try:
        completions.mark(page=found, resource_id=resource, is_done=request.POST.get("done") == "1", by=request.user)
    except LookupError as missing:
        raise Http404(str(missing)) from missing
    return redirect(found.get_url())
