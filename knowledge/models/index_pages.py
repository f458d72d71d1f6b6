"""Where resources stand: the knowledge base's own page, and a page for a topic."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from knowledge import page_permissions, presenters
from knowledge.finding import presenters as finding

KIND_PAGES = [
    "knowledge.Story",
    "knowledge.Toolkit",
    "knowledge.Method",
    "knowledge.LearningMaterial",
    "knowledge.Guidance",
    "knowledge.Evaluation",
    "knowledge.Template",
]
# Addresses below /knowledge/ that are views of ours and come first.
RESERVED = {
    "review",
    "making",
    "feed",
    "learning",
    "propose",
    "proposals",
    "stories",
    "used",
    "helped",
    "said",
    "due",
    "print",
    "recordings",
}


class ListsResources(Page):
    """A page that lists the published resources below it."""

    intro = models.TextField("in short", max_length=400, blank=True, help_text="One or two sentences.")

    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds what `knowledge.finding.presenters.listing` gives, and `edit_href`."""
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            **finding.listing(request, self),
            "edit_href": presenters.edit_href(request, self),
        }


class KnowledgeIndex(ListsResources):
    """The knowledge base at `/knowledge/`. There is one."""

    search_fields = [*Page.search_fields, index.SearchField("intro")]
    template = "knowledge/index.html"
    parent_page_types = ["knowledge.FrontPage"]
    subpage_types = ["knowledge.TopicIndex", "knowledge.LearningPage", *KIND_PAGES]
    max_count = 1

    class Meta:
        verbose_name = "knowledge base"

    def permissions_for_user(self, user: Any) -> page_permissions.KeptPagePermissionTester:
        """Nobody can delete, unpublish, move, copy or close the knowledge base."""
        return page_permissions.for_kept_page(user, self)


class TopicIndex(ListsResources):
    """Resources on one subject, such as planning or budgets."""

    search_fields = [*Page.search_fields, index.SearchField("intro")]
    template = "knowledge/index.html"
    parent_page_types = ["knowledge.KnowledgeIndex"]
    subpage_types = KIND_PAGES

    class Meta:
        verbose_name = "topic"

    def clean(self) -> None:
        """Raises ValidationError for an address that a page of ours has."""
        super().clean()
        check_slug(self.slug)


def check_slug(slug: str) -> None:
    """Raises ValidationError for a part of an address that is taken by a view of the knowledge base."""
    if slug in RESERVED:
        raise ValidationError({"slug": f"The address “{slug}” is taken. Choose another one, such as “about-{slug}”."})
