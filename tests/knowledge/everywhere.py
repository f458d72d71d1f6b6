"""Every address at which something of a resource could be read, found from the addresses that there are.

A new route of the knowledge base is walked without anybody adding it here; a test holds that every route is.
"""

import re
import uuid
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

ASKED = "Okapiword"  # stands in the story too; a page that repeats what was asked shows this word and not the story's


def patterns(prefix: str, resolver: Any = None, route: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every route below a prefix, with the whole of its text."""
    for each in (resolver or get_resolver()).url_patterns:
        whole = route + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from patterns(prefix, each, whole)
        elif whole.startswith(prefix):
            yield whole, each


def addresses(page: Any, prefix: str = "knowledge/") -> Iterator[str]:
    """The address of every route below the prefix; whatever it asks for is filled in with the page's number or slug."""
    for route, pattern in patterns(prefix):
        if not isinstance(pattern.pattern, RoutePattern) or "<path:" in route:
            continue
        for value in (str(page.pk), page.slug):
            yield "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda asked, value=value: _filled_in(asked[1], page, value), route)


def _filled_in(kind: str, page: Any, value: str) -> str:
    """What stands in an address for an argument of this kind; texts are tried with the page's number and its slug."""
    return {"int": str(page.pk), "uuid": str(uuid.UUID(int=page.pk)), "ending": "csv"}.get(kind, value)


def always(page: Any) -> list[str]:
    """Addresses outside the knowledge base's own that could show a page, there or not yet."""
    own = page.url_path.removeprefix("/front-page")
    return [
        "/",
        own,
        *(f"{own}{part}/" for part in ("easy-read", "print", "large-print", "pdf", "audio", "cy")),
        *(f"{page.get_parent().get_url()}{query}" for query in ("", f"?q={ASKED}", "?kind=story", "?page=1")),
        "/knowledge/",
        f"/knowledge/?q={ASKED}",
        f"/search/?q={ASKED}",
        f"/search/?q={ASKED}&source=pages",
        "/sitemap.xml",
        "/knowledge/feed/",
        "/api/v1/",
        "/api/v2/pages/",
        f"/api/v2/pages/{page.pk}/",
        "/robots.txt",
    ]
