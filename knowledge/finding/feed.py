"""What is new in the knowledge base, as a feed that anybody can follow."""

from collections.abc import Iterable

from django.http import HttpRequest

from api.feeds import Entry, FeedOf
from knowledge.finding.library import kind_of, marked, open_to_all
from knowledge.front_page import KNOWLEDGE_SLUG

NEWEST = 50


class ResourcesFeed(FeedOf):
    """Published resources and their versions, those that were changed last first. An id stays when its page moves.

    Versions are entries of their own: whoever waits for Easy Read, or for their language, hears that it has come.
    """

    key = "resources"
    title = "New in the knowledge base"
    subtitle = "Resources for planning care with people, agreed by somebody with lived experience."
    page = f"/{KNOWLEDGE_SLUG}/"

    def entries(self, request: HttpRequest) -> Iterable[Entry]:
        """The last that were published or published anew."""
        from knowledge.models import Resource

        pages = marked(open_to_all(Resource.with_versions.live())).select_related("content_type", "locale")
        for resource in pages.defer("body").order_by("-last_published_at", "-pk")[:NEWEST]:
            sample = " (a sample)" if resource.is_sample else ""
            yield Entry(
                key=str(resource.pk),
                title=resource.title,
                text=f"{kind_of(resource)}{sample}: {resource.summary}",
                address=resource.get_url() or self.page,
                published_at=resource.first_published_at,
                updated_at=resource.last_published_at,
                language=resource.locale.language_code if resource.version_of_id else "",
            )
