"""What a search finds of the knowledge base: published pages that are open to everybody, in Wagtail's own index."""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db.models import F
from django.db.models.expressions import CombinedExpression
from wagtail.models import Page

from find import full_text
from find.registry import FacetValue, Found, SearchSource
from find.words import Words
from tenants.groups import BY_KEY

# As Wagtail joins them, so that its index on the two together is used.
INDEXED = CombinedExpression(
    F("index_entries__title"), "||", F("index_entries__body"), output_field=SearchVectorField()
)
TEXT = "index_entries__body_text"


def look_for_pages(words: Words, access: Any) -> Iterable[Found]:
    """Pages whose title or text holds the words, resources aside. Drafts and pages for some readers are never found."""
    for page in _fitting(Page.objects.filter(resource__isnull=True), words):
        if url := page.get_url():
            yield Found(page.title, url, page.found_excerpt, page.found_rank)


def look_for_resources(words: Words, access: Any) -> Iterable[Found]:
    """Published resources, and their versions, whose title, summary or text holds the words."""
    from knowledge.finding.library import kind_of, marked
    from knowledge.models import Resource

    joined = ("content_type", "area_of_origin", "version_of__area_of_origin", "locale")
    for row in _fitting(marked(Resource.with_versions.select_related(*joined).defer("body")), words):
        if url := row.get_url():
            about = f"{kind_of(row)}{', a sample' if row.is_sample else ''}"
            yield Found(row.title, url, row.found_excerpt, row.found_rank, about, _facets(row.version_of or row))


def public_texts() -> Iterable[str]:
    """Title and text of every page that a search finds for everybody; what help with spelling is made from."""
    pages = Page.objects.live().public().filter(depth__gt=1)
    for title, text in pages.values_list("title", TEXT).iterator():
        yield f"{title} {text or ''}"


def _fitting(rows: Any, words: Words) -> Any:
    shown = rows.live().public().filter(depth__gt=1)
    return full_text.search(shown, words, title="title", texts=[TEXT], vector=INDEXED)


def _facets(resource: Any) -> dict[str, list[FacetValue]]:
    """As the areas' own results are narrowed: by area, and by group of people."""
    area = resource.area_of_origin
    found = {"area": [FacetValue(area.slug, area.name)]} if area else {}
    groups = [FacetValue(BY_KEY[key].slug, BY_KEY[key].name) for key in resource.groups if key in BY_KEY]
    return {**found, "group": groups} if groups else found


PAGES = SearchSource("pages", "Pages", look_for_pages, order=5)
RESOURCES = SearchSource("resources", "Resources", look_for_resources, order=6)
