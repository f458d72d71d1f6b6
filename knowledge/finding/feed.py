"""What is new in the knowledge base, as a feed that anybody can follow."""

from collections.abc import Iterable

from django.http import HttpRequest

from api.feeds import Entry, FeedOf
from knowledge.finding.library import published
from knowledge.front_page import KNOWLEDGE_SLUG

NEWEST = 50


class ResourcesFeed(FeedOf):
    """Published resources, those that were changed last first. A resource keeps its id when its page moves."""

    key = "resources"
    title = "New in the knowledge base"
    subtitle = "Resources for planning care with people, agreed by somebody with lived experience."
    page = f"/{KNOWLEDGE_SLUG}/"

    def entries(self, request: HttpRequest) -> Iterable[Entry]:
        """The last that were published or published anew."""
        found = published().select_related("content_type").defer("body").order_by("-last_published_at", "-pk")[:NEWEST]
        for resource in found:
            sample = " (a sample)" if resource.is_sample else ""
            yield Entry(
                key=str(resource.pk),
                title=resource.title,
                text=f"{resource.kind_name}{sample}: {resource.summary}",
                address=resource.get_url() or self.page,
                published_at=resource.first_published_at,
                updated_at=resource.last_published_at,
            )
