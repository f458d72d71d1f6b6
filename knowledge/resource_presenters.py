"""What the pages of the knowledge base show: a list of resources, and the facts beside a resource's text."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from knowledge import licences, presenters
from knowledge.coproduction import record
from knowledge.formats import presenters as formats
from tenants import groups

RESOURCES_ON_A_PAGE = 20


@dataclass(frozen=True)
class Listed:
    """A resource in a list."""

    title: str
    href: str
    kind_name: str
    summary: str
    about: str
    is_sample: bool


def listing(request: HttpRequest, page: Any) -> dict[str, Any]:
    """`resources` (a page of those published below this one, the newest first), `topics`, `learning`, `trail`."""
    from knowledge.models import LearningPage, Resource, TopicIndex

    found = (
        Resource.objects.live()
        .public()
        .descendant_of(page)
        .select_related("content_type", "area_of_origin")
        .order_by("-first_published_at", "title")
    )
    resources = Paginator(found, RESOURCES_ON_A_PAGE).get_page(request.GET.get("page"))
    resources.object_list = [listed(each) for each in resources.object_list]
    topics = TopicIndex.objects.live().public().child_of(page).order_by("title")
    learning = LearningPage.objects.live().public().child_of(page).select_related("cohort").order_by("title")
    return {"resources": resources, "topics": topics, "learning": learning, "trail": trail(page)}


def listed(resource: Any) -> Listed:
    """A resource as lists show it."""
    parts = [_group_words(resource)]
    if resource.area_of_origin:
        parts.append(f"made in {resource.area_of_origin.name}")
    return Listed(
        resource.title,
        resource.get_url() or "",
        resource.kind_name,
        resource.summary,
        ", ".join(parts),
        resource.is_sample,
    )


def resource(request: HttpRequest | None, page: Any) -> dict[str, Any]:
    """`trail`, `credits`, `record`, `facts`, `formats` and `edit_href` of a resource's page or a version's.

    `main` is the resource. What a version doesn't say of itself, such as its groups and its licence, is its resource's.
    """
    main = page.version_of.specific if page.version_of_id else page
    return {
        "main": main,
        "formats": formats.formats(request, page, main),
        "trail": trail(page),
        "credits": [(person.credit, person.did) for person in page.co_producers.all()],
        "record": record.of_page(page.pk) if page.pk else [],
        "facts": facts(page, main),
        "licence": licences.BY_KEY[main.licence],
        "edit_href": presenters.edit_href(request, page) if request else None,
    }


def trail(page: Any) -> list[tuple[str, str]]:
    """The pages above this one that it is found through, from the front page down; its own is not among them."""
    above = page.get_ancestors().filter(depth__gt=2) if page.path else []
    return [("Front page", "/"), *((each.title, each.get_url() or "") for each in above)]


def facts(page: Any, main: Any) -> list[tuple[str, str]]:
    """What a reader wants to know of a resource before they trust it: for whom, from where, how old."""
    origin = main.area_of_origin.name if main.area_of_origin else "The network"
    found = [("Kind", main.kind_name), ("For", _group_words(main)), ("Made in", origin), ("Version", main.version)]
    if page.last_published_at:
        found.append(("Published", _date(page.last_published_at)))
    found.append(("To be reviewed by", _date(main.review_on) if main.review_on else "No date set"))
    return found


def _group_words(page: Any) -> str:
    names = [groups.BY_KEY[key].name for key in page.groups if key in groups.BY_KEY]
    return "; ".join(names) if names and len(names) < len(groups.GROUPS) else "Everybody"


def _date(day: Any) -> str:
    return f"{day.day} {day:%B %Y}"
