"""A resource on paper and aloud. Whoever may read the page gets them, and nobody else."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.cache import never_cache

from accounts.access import methods, public
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import pdf
from knowledge import page_permissions
from knowledge.consents import rules as consents
from knowledge.consents.choices import PRINT
from knowledge.coproduction import reviewers
from knowledge.formats import layouts, printing, recordings
from knowledge.models import Resource
from ui import errors

NOT_NOW = 503


@public
@methods("GET")
@limited("export")
def print_page(request: HttpRequest, page: int, layout: str) -> HttpResponse:
    """A published page as PDF; 503, with the reason, where none can be made."""
    shown = _readable(request, page)
    if layout not in layouts.BY_KEY or not consents.covers(shown.version_of or shown, PRINT):
        raise Http404("There is no such layout.")
    try:
        content = printing.as_pdf(shown, layouts.BY_KEY[layout])
    except pdf.PdfNotMade as reason:
        return errors.refusal(request, NOT_NOW, page="no_file", reason=str(reason))
    found = HttpResponse(content, content_type="application/pdf")
    found["Content-Disposition"] = f'attachment; filename="{_name(shown)}-{layout}.pdf"'
    return found


@public
@methods("GET")
def audio(request: HttpRequest, page: int) -> HttpResponseBase:
    """The recording of a page: of a published one for its readers, of a draft for its editors."""
    access: Any = getattr(request, "access", None)
    found = None
    if access and access.can(Permission.CMS_EDIT):
        found = Resource.with_versions.filter(pk=page).select_related("audio").first()
    if found is None or page_permissions.is_closed_to(access, found):
        found = _readable(request, page)
    return _recording(request, found)


@public
@methods("GET")
@limited("review")
@never_cache
def review_audio(request: HttpRequest, token: str) -> HttpResponseBase:
    """The recording of a page that isn't published, for somebody who was asked to review it."""
    reviewer = reviewers.find_open(token)
    if reviewer is None:
        raise Http404("No such page.")
    answer = _recording(request, reviewer.resource.specific.get_latest_revision().as_object())
    answer["Referrer-Policy"] = "same-origin"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _readable(request: HttpRequest, key: int) -> Any:
    """The published page, if whoever asks may read it; raises Http404."""
    page = Resource.with_versions.live().filter(pk=key).first()
    if page is None or not all(each.accept_request(request) for each in page.get_view_restrictions()):
        raise Http404("There is no such page.")
    return page.specific


def _recording(request: HttpRequest, page: Any) -> HttpResponseBase:
    if page is None or page.audio is None:
        raise Http404("There is no recording.")
    return recordings.answer(request, page.audio)


def _name(page: Any) -> str:
    """As its address: `talk-first`, `talk-first-easy-read`. ASCII, since it stands in a header."""
    parts = [page.version_of.slug, page.slug] if page.version_of_id else [page.slug]
    return "-".join(parts).encode("ascii", "ignore").decode().strip("-") or "page"
