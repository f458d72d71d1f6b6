"""Beginning another version of a resource, and saying that one still says the same. For editors."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from knowledge.forms import StartVersionForm
from knowledge.models import Resource
from knowledge.versions import actions, states


@requires(Permission.CMS_EDIT)
@methods("GET", "POST")
def start(request: HttpRequest, page: int) -> HttpResponse:
    """Begin an Easy Read version or a translation; then to the editor, where it is written."""
    resource = get_object_or_404(Resource, pk=page)
    form = StartVersionForm(request.POST or None, choices=states.not_begun(resource))
    if request.method == "POST" and form.is_valid():
        made = actions.start(page=resource, version=form.cleaned_data["version"], by=request.user)
        return redirect("wagtailadmin_pages:edit", made.pk)
    context = {"form": form, "resource": resource}
    return render(request, "knowledge/start_version.html", context, status=422 if form.errors else 200)


@requires(Permission.CMS_EDIT)
@methods("POST")
def confirm(request: HttpRequest, page: int) -> HttpResponse:
    """A version still says the same as its page, although that has changed."""
    version = get_object_or_404(Resource.with_versions.filter(version_of__isnull=False), pk=page).specific
    try:
        actions.confirm_same(version=version, by=request.user)
    except PermissionDenied as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "It is kept that this version says the same as the page.")
    return redirect("knowledge:making", version.pk)
