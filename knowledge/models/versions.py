"""Other versions of a resource: in Easy Read, and in other languages. Each stands below its resource.

They are resources themselves, so that all that holds a resource holds them: the reviewers, the check, the record, and
the database's rule that nothing is published in words that nobody with lived experience agreed. See
docs/decisions/0025-versions-are-resources.md.
"""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from knowledge import easy_read_blocks
from knowledge.accessibility import easy_read_rules
from knowledge.easy_read_blocks import Ideas
from knowledge.models.resources import Resource
from knowledge.models.version import Version
from knowledge.panels import HowItIsMadePanel
from knowledge.versions import languages


class EasyRead(Version, Resource):
    """A resource in short sentences, each idea with a picture."""

    ideas = StreamField(Ideas(), verbose_name="ideas", blank=True)

    objects = PageManager()
    is_creatable = False  # but by `knowledge.versions.actions.start`, which begins it rightly
    search_fields = [*Resource.search_fields, index.SearchField("ideas")]
    template = "knowledge/easy_read.html"
    max_count_per_parent = 1
    version_slug = "easy-read"
    content_panels = [
        HowItIsMadePanel(),
        FieldPanel("title"),
        FieldPanel("ideas"),
        InlinePanel("co_producers", heading="Who made this version", label="Person or people"),
        MultiFieldPanel([FieldPanel("author"), FieldPanel("is_sample")], heading="Keeping it right"),
    ]

    class Meta:
        verbose_name = "Easy Read version"

    def more_findings(self) -> list[Any]:
        """What the accessibility check finds beside the rules for every page."""
        return easy_read_rules.all_findings(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `parts` (ideas under their headings) and `hard_words`."""
        return {**super().get_context(request, *args, **kwargs), **self.shown_ideas()}

    def shown_ideas(self) -> dict[str, Any]:
        """What a template needs to draw it: `parts` and `hard_words`."""
        return {
            "parts": easy_read_blocks.parts_of(self.ideas),
            "hard_words": easy_read_blocks.hard_words_of(self.ideas),
        }


class Translation(Version, Resource):
    """A resource in another language. Its language is its locale, as Wagtail keeps it."""

    objects = PageManager()
    is_creatable = False  # but by `knowledge.versions.actions.start`
    template = "knowledge/resource.html"
    content_panels = [
        HowItIsMadePanel(),
        FieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("body"),
        InlinePanel("co_producers", heading="Who made this version", label="Person or people"),
        FieldPanel("audio"),
        MultiFieldPanel([FieldPanel("author"), FieldPanel("is_sample")], heading="Keeping it right"),
    ]

    class Meta:
        verbose_name = "translation"

    @property
    def version_slug(self) -> str:
        """The code of its language."""
        return self.locale.language_code

    @property
    def language(self) -> languages.Language:
        """The language that it is written in."""
        return languages.of_code(self.locale.language_code)

    @property
    def kind_name(self) -> str:
        """As editors read it: `Translation into Polish`."""
        return f"Translation into {self.language.name}"

    def _belong(self, parent: Any) -> None:
        super()._belong(parent)
        # So that Wagtail knows the two for the same page in two languages, and holds that there is one for each.
        self.translation_key = self.version_of.translation_key
