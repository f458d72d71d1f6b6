"""The front page, and the pages of plain text at its foot."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from knowledge import page_permissions, presenters
from knowledge.blocks import PageBody
from ui import front_page


class FrontPage(Page):
    """The page at `/`, and the root of every other page. There is one."""

    hero_title = models.CharField("heading", max_length=80, help_text="In a few words, what this is about.")
    hero_summary = models.TextField(
        "what this is", max_length=300, help_text="One or two sentences that anybody understands."
    )
    who_for = models.TextField("who it is for", max_length=300, help_text="One sentence.")
    body = StreamField(PageBody(), verbose_name="the rest of the page", blank=True)

    search_fields = [
        *Page.search_fields,
        index.SearchField("hero_title"),
        index.SearchField("hero_summary"),
        index.SearchField("body"),
    ]
    template = "knowledge/front_page.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["knowledge.InformationPage", "knowledge.KnowledgeIndex"]
    max_count = 1
    content_panels = [
        *Page.content_panels,
        FieldPanel("hero_title"),
        FieldPanel("hero_summary"),
        FieldPanel("who_for"),
        InlinePanel("events", heading="Next events", label="Event", help_text="Those that are over leave the page."),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "front page"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `figures`, `lists` (what is new, what is needed) and `ways_on` (what the reader can do next)."""
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "figures": front_page.figures(),
            "lists": front_page.lists(request),
            "ways_on": presenters.ways_on(request),
            "edit_href": presenters.edit_href(request, self),
        }

    def permissions_for_user(self, user: Any) -> page_permissions.KeptPagePermissionTester:
        """Nobody can delete, unpublish, move, copy or close the front page."""
        return page_permissions.for_kept_page(user, self)


class InformationPage(Page):
    """A page of plain text, such as the accessibility statement. "Show in menus" puts it at the foot of every page."""

    summary = models.TextField("in short", max_length=300, blank=True, help_text="One or two sentences.")
    body = StreamField(PageBody(), verbose_name="text", blank=True)

    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]
    template = "knowledge/information_page.html"
    parent_page_types = ["knowledge.FrontPage"]
    subpage_types: list[str] = []
    show_in_menus_default = True
    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]

    class Meta:
        verbose_name = "information page"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `edit_href`, for those who may edit."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "edit_href": presenters.edit_href(request, self)}
