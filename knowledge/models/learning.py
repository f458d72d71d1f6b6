"""Learning for an implementation cohort: resources in order, and who has done which."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable, Page
from wagtail.search import index

from knowledge import learning_presenters
from knowledge.choices_field import ChoicesField
from tenants import groups


class LearningPage(Page):
    """What people of a cohort's sites learn, step by step. Each step is a published resource."""

    intro = models.TextField("in short", max_length=400, help_text="Whom it is for, and what they can do afterwards.")
    cohort = models.ForeignKey(
        "tenants.ImplementationCohort",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="implementation cohort",
        help_text="Empty: it is for every cohort.",
    )
    groups = ChoicesField(of=groups.CHOICES, verbose_name="groups of people", help_text="None: it is for all.")

    search_fields = [*Page.search_fields, index.SearchField("intro")]
    template = "knowledge/learning.html"
    parent_page_types = ["knowledge.KnowledgeIndex"]
    subpage_types: list[str] = []
    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("cohort"),
        FieldPanel("groups"),
        InlinePanel("learning_steps", heading="Steps", label="Step", min_num=1),
    ]

    class Meta:
        verbose_name = "learning page"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `steps` with what the reader has done, `done`, `may_complete`, `trail` and `edit_href`."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, **learning_presenters.learning(request, self)}


class LearningStep(Orderable):
    """One resource of a learning page, and what to look for in it."""

    page = ParentalKey(LearningPage, related_name="learning_steps", on_delete=models.CASCADE)
    resource = models.ForeignKey("knowledge.Resource", on_delete=models.CASCADE, related_name="+")
    task = models.CharField("what to do", max_length=200, blank=True, help_text="“Try it with a colleague.”")

    panels = [PageChooserPanel("resource", "knowledge.Resource"), FieldPanel("task")]

    class Meta(Orderable.Meta):
        verbose_name = "step"

    def __str__(self) -> str:
        return str(self.resource)


class Completion(models.Model):
    """Somebody has done a resource of a learning page. It is theirs: nobody else sees it."""

    page = models.ForeignKey(LearningPage, on_delete=models.CASCADE, related_name="completions")
    resource = models.ForeignKey("knowledge.Resource", on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField("when", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "completion"
        constraints = [
            models.UniqueConstraint(
                fields=["page", "resource", "user"],
                name="completed_once",
                violation_error_message="You have done this already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.resource} in {self.page}"
