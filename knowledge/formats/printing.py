"""A resource on paper: the same words as on its page, as a tagged PDF in ordinary or large print."""

import hashlib
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.template.loader import render_to_string

from files import pdf
from knowledge import resource_presenters
from knowledge.formats.layouts import LAYOUTS, Layout
from knowledge.formats.standing_alone import standing_alone
from knowledge.versions import languages
from ui import branding

KEPT_SECONDS = 24 * 60 * 60
LARGEST_KEPT = 3 * 1024 * 1024  # bytes


def as_pdf(page: Any, layout: Layout) -> bytes:
    """The PDF of a published page, with its title and language. Raises `files.pdf.PdfNotMade`.

    It takes seconds, so one is kept for a day: as long as the page, to the letter, says the same.
    """
    html = standing_alone(as_html(page, layout))
    words = hashlib.sha256(html.encode()).hexdigest()
    kept = cache.get(_key(page.pk, layout))
    if kept and kept[0] == words:
        return bytes(kept[1])
    # What the site says round a translation is English.
    made = pdf.from_html(html, sections_in="en-GB" if page.language.code != languages.ENGLISH else "")
    if len(made) <= LARGEST_KEPT:
        cache.set(_key(page.pk, layout), (words, made), KEPT_SECONDS)
    return made


def as_html(page: Any, layout: Layout) -> str:
    """The print layout, with its pictures still at their addresses."""
    context = {
        **resource_presenters.resource(None, page),
        **page.shown_ideas(),
        "page": page,
        "layout": layout,
        "address": page.get_full_url() or settings.SITE_URL,
        "network": branding.network().name,
    }
    return render_to_string("knowledge/print.html", context)


def forget(page_id: int) -> None:
    """Take a page's files out of the cache: it is off the site, or deleted."""
    cache.delete_many([_key(page_id, layout) for layout in LAYOUTS])


def _key(page_id: int, layout: Layout) -> str:
    return f"wagtail-print:{page_id}:{layout.key}"
