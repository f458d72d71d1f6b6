"""What a search finds of the knowledge base: published pages that are open to everybody, in Wagtail's own index."""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db.models import F
from django.db.models.expressions import CombinedExpression
from wagtail.models import Page

from find import full_text
from find.registry import Found, SearchSource
from find.words import Words


def look_for(words: Words, access: Any) -> Iterable[Found]:
    """Pages whose title or text holds the words. Drafts, and pages kept for some readers, are never found."""
    # As Wagtail joins them, so that its index on the two together is used.
    indexed = CombinedExpression(
        F("index_entries__title"), "||", F("index_entries__body"), output_field=SearchVectorField()
    )
    rows = full_text.search(
        Page.objects.live().public().filter(depth__gt=1),
        words,
        title="title",
        texts=["index_entries__body_text"],
        vector=indexed,
    )
    for page in rows:
        url = page.get_url()
        if url:
            yield Found(page.title, url, page.found_excerpt, page.found_rank)


PAGES = SearchSource("pages", "Pages", look_for, order=5)
