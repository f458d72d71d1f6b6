"""What stands where a story was."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

GONE = 410


def page(request: HttpRequest) -> HttpResponse:
    """The page, with the status that tells search engines to forget the address. It says nothing of the story."""
    answer = render(request, "knowledge/story_gone.html", status=GONE)
    # A 410 may be kept by caches, and the story may come back with a new consent.
    add_never_cache_headers(answer)
    answer["X-Robots-Tag"] = "noindex"
    return answer
