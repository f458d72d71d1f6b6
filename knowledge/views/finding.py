"""By which resources are found beside their own pages: files of the list, the feed, the sitemap."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.contrib.sitemaps.views import sitemap as wagtails_sitemap

from accounts.access import public
from accounts.rate_limits import limited
from files import writing
from knowledge.finding import presenters
from knowledge.finding.feed import ResourcesFeed
from knowledge.finding.sitemap import PagesSitemap
from knowledge.models import KnowledgeIndex, TopicIndex

# What has nothing to be found: the editors' own, and pages that are for one reader.
NOT_FOR_ROBOTS = ("/admin/", "/cms/", "/account/", "/search/", "/knowledge/review/", "/knowledge/helped/")

feed = public(limited("feed")(ResourcesFeed()))


@public
@limited("search")
def list_file(request: HttpRequest, ending: str) -> HttpResponse:
    """What the list shows for the same address, all of its pages together."""
    asked = request.GET.dict()
    topic = asked.pop("topic", "")
    page: Any = (
        get_object_or_404(TopicIndex.objects.live().public(), slug=topic)
        if topic
        else get_object_or_404(KnowledgeIndex.objects.live())
    )
    return writing.answer(request, presenters.table(page, asked), ending=ending, name="resources")


@public
@limited("feed")
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page."""
    answer = wagtails_sitemap(request, {"pages": PagesSitemap})
    return answer.render()


@public
def robots(request: HttpRequest) -> HttpResponse:
    """Where the sitemap is, and what isn't worth a visit. It keeps nobody out: rights do that."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS)]
    lines.append(f"Sitemap: {settings.SITE_URL.rstrip('/')}/sitemap.xml")
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
