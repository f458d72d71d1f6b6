"""A resource of the knowledge base: what its seven kinds have in common.

One table for all kinds, so that the list, its filters and its counts are one query each, and so that the rule about
publishing stands on one table; see docs/decisions/0020-resources-in-one-table.md.
"""

from typing import Any

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager, PageQuerySet
from wagtail.search import index

from files import sounds
from knowledge import licences, resource_presenters
from knowledge.blocks import ResourceBody
from knowledge.choices_field import ChoicesField
from knowledge.coproduction.guard import PublishedWhenAgreed
from knowledge.formats import recorded_words
from knowledge.models.index_pages import check_slug
from knowledge.panels import HowItIsMadePanel
from knowledge.versions import languages
from tenants import frameworks, groups


class MainResources(PageManager):
    """Resources themselves, without their Easy Read versions and translations."""

    def get_queryset(self) -> PageQuerySet:
        """Those that aren't a version of another one."""
        return super().get_queryset().filter(version_of__isnull=True)


class Resource(PublishedWhenAgreed, Page):
    """Something to read, use or learn from, made together. `kind` and `kind_name` say which of the seven it is.

    `objects` are what people count and list. Easy Read versions and translations are resources too, and belong to one
    by `version_of`; only `with_versions` finds them.
    """

    summary = models.TextField(
        "in short", max_length=400, help_text="What it is and whom it helps, in two or three plain sentences."
    )
    body = StreamField(ResourceBody(), verbose_name="text", blank=True)
    groups = ChoicesField(of=groups.CHOICES, verbose_name="groups of people", help_text="None: it is for everybody.")
    components = ChoicesField(of=frameworks.COMPONENT_CHOICES, verbose_name="service components")
    area_of_origin = models.ForeignKey(
        "tenants.Area",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="area of origin",
        help_text="Where it was made. Empty: by the network.",
    )
    owner_area = models.ForeignKey(
        "tenants.Area",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="area that keeps it right",
        help_text="Its lead is asked to review it once the author has left.",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="author",
        help_text="Who is asked when it is to be reviewed. Not shown on the page.",
    )
    licence = models.CharField("licence", max_length=20, choices=licences.CHOICES, default="ogl_3")
    version = models.CharField("version", max_length=20, default="1", help_text="“2”, or “2, June 2015”.")
    review_on = models.DateField("to be reviewed by", null=True, blank=True)
    audio = models.ForeignKey(
        "wagtaildocs.Document",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="read aloud",
        help_text="A recording of this page.",
    )
    audio_says = models.CharField("digest of the words that were recorded", max_length=64, default="", editable=False)
    bsl_link = models.URLField(
        "British Sign Language", blank=True, help_text="Where a video of this page in BSL is. The page links to it."
    )
    # Nothing to do when it is deleted: what stands below a page in the tree goes with it, or the database refuses.
    version_of = models.ForeignKey(
        "self", on_delete=models.DO_NOTHING, null=True, blank=True, editable=False, related_name="+"
    )
    is_sample = models.BooleanField(
        "is a sample", default=False, help_text="Written to show what the site can do. The page says so."
    )

    objects = MainResources()
    with_versions = PageManager()
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]
    template = "knowledge/resource.html"
    is_creatable = False  # its kinds are
    parent_page_types = ["knowledge.KnowledgeIndex", "knowledge.TopicIndex"]
    subpage_types = ["knowledge.EasyRead", "knowledge.Translation"]
    content_panels = [
        HowItIsMadePanel(),
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
        InlinePanel("co_producers", heading="Who made it together", label="Person or people"),
        MultiFieldPanel(
            [FieldPanel("groups"), FieldPanel("components"), FieldPanel("area_of_origin")], heading="What it is about"
        ),
        MultiFieldPanel([FieldPanel("audio"), FieldPanel("bsl_link")], heading="Other formats"),
        MultiFieldPanel(
            [
                FieldPanel("licence"),
                FieldPanel("version"),
                FieldPanel("review_on"),
                FieldPanel("author"),
                FieldPanel("owner_area"),
                FieldPanel("is_sample"),
            ],
            heading="Keeping it right",
        ),
    ]

    class Meta:
        verbose_name = "resource"
        indexes = [
            GinIndex(fields=["groups"], name="resource_groups"),
            GinIndex(fields=["components"], name="resource_components"),
            models.Index(fields=["review_on"], name="resource_review_on"),
        ]

    @property
    def kind(self) -> str:
        """Which of the seven kinds it is, as in data: `story`."""
        return str(self._content_type_row.model)

    @property
    def kind_name(self) -> str:
        """Which of the seven kinds it is, as people read it: `Story`."""
        name = str(self._content_type_row.model_class()._meta.verbose_name)
        return name[:1].upper() + name[1:]

    @property
    def language(self) -> languages.Language:
        """The language that it is written in."""
        return languages.of_code(languages.ENGLISH)

    @property
    def _content_type_row(self) -> Any:
        """As a list has joined it: asking for each kind again would be a query for each."""
        return self._state.fields_cache.get("content_type") or self.cached_content_type

    def clean(self) -> None:
        """Raises ValidationError for an address that a page of ours has, and for a recording that is none."""
        super().clean()
        check_slug(self.slug)
        if self.audio_id and not sounds.is_named_as_one(self.audio.filename):
            raise ValidationError({"audio": f"Choose a recording: a file that ends in {sounds.ENDINGS_WORDS}."})

    def publish(self, revision: Any, user: Any = None, **options: Any) -> Any:
        """As `PublishedWhenAgreed`; a recording that is new says the words that are published with it."""
        before = recorded_words.of(self.pk)
        done = super().publish(revision, user=user, **options)
        recorded_words.keep(self.pk, before)
        return done

    def more_findings(self) -> list[Any]:
        """What the accessibility check finds beside the rules for every page."""
        return []

    def shown_ideas(self) -> dict[str, Any]:
        """What an Easy Read version shows; nothing here."""
        return {}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `about` (facts beside the text), `credits` (who made it) and `edit_href`."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, **resource_presenters.resource(request, self)}
