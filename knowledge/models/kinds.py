"""The seven kinds of resource. They share one table and one page; what a kind adds stands here.

Wagtail looks for a template of each class's own, so each names the one that they share.
"""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel
from wagtail.url_routing import RouteResult

from knowledge.consents import gone, rules
from knowledge.consents import presenters as consents
from knowledge.models.resources import Resource

TEMPLATE = "knowledge/resource.html"


class Story(Resource):
    """What somebody lived through, told with their consent."""

    is_composed = models.BooleanField(
        "is composed",
        default=False,
        help_text="Put together, so that whoever tells it is no real person. The page says so.",
    )

    template = TEMPLATE
    content_panels = [*Resource.content_panels, FieldPanel("is_composed")]

    class Meta:
        verbose_name = "story"
        verbose_name_plural = "stories"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `may_see_consent`."""
        access = getattr(request, "access", None)
        may_see = bool(self.pk and access and consents.may_see(access, self))
        return {**super().get_context(request, *args, **kwargs), "may_see_consent": may_see}

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """A story that was taken down says so, at its own address and at those of its versions."""
        if rules.was_taken_down(self):
            return RouteResult(self, kwargs={"is_gone": True})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, is_gone: bool = False, **kwargs: Any) -> HttpResponse:
        """The story; 410 with kind words for one that was taken down."""
        return gone.page(request) if is_gone else super().serve(request, *args, **kwargs)


class Toolkit(Resource):
    """Things to use together: steps, forms, checklists."""

    template = TEMPLATE

    class Meta:
        verbose_name = "toolkit"


class Method(Resource):
    """A way of doing something that others can follow."""

    template = TEMPLATE

    class Meta:
        verbose_name = "method"


class LearningMaterial(Resource):
    """Something to teach or learn from."""

    template = TEMPLATE

    class Meta:
        verbose_name = "learning material"
        verbose_name_plural = "learning materials"


class Guidance(Resource):
    """What to do, and why."""

    template = TEMPLATE

    class Meta:
        verbose_name = "guidance"
        verbose_name_plural = "guidance"


class Evaluation(Resource):
    """What was found when somebody looked at whether it works."""

    template = TEMPLATE

    class Meta:
        verbose_name = "evaluation"


class Template(Resource):
    """A form or text to fill in."""

    template = TEMPLATE

    class Meta:
        verbose_name = "template"


KINDS = (Story, Toolkit, Method, LearningMaterial, Guidance, Evaluation, Template)
