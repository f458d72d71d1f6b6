"""The list of resources for its pages and files."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.timezone import localdate

from config.today import today
from files import offers
from files.tables import Table
from find import unanswered
from find.spelling import better
from find.words import Words
from knowledge import resource_presenters
from knowledge.finding import library
from knowledge.finding.facets import FORMATS, with_formats
from knowledge.finding.forms import LibraryForm
from tenants import frameworks
from ui.navigation import href_or_none

RESOURCES_ON_A_PAGE = 20
COLUMNS = (
    "Title",
    "Kind",
    "In short",
    "For",
    "Service components",
    "Made in",
    "Also as",
    "Version",
    "Published",
    "To be reviewed by",
    "Sample",
    "Address",
)
SOURCE = "the knowledge base of this site"


def listing(request: HttpRequest, page: Any) -> dict[str, Any]:
    """What a list of resources shows: `resources` (a page of it), `form`, `found`, `downloads`, `topics`, `learning`.

    Topics and learning stand on the list as it is, and not among what somebody searched for.
    """
    from knowledge.models import LearningPage, TopicIndex

    found = library.look(page, request.GET)
    rows = found.found.select_related("content_type", "area_of_origin").defer("body")
    resources = Paginator(rows, RESOURCES_ON_A_PAGE).get_page(request.GET.get("page"))
    resources.object_list = [resource_presenters.listed(each) for each in resources.object_list]
    is_whole = not found.words and not found.is_narrowed
    topics = TopicIndex.objects.live().public().child_of(page).order_by("title") if is_whole else []
    learning = LearningPage.objects.live().public().child_of(page).select_related("cohort") if is_whole else []
    return {
        "resources": resources,
        "form": LibraryForm(request.GET, found),
        "found": found,
        "is_whole": is_whole,
        "better_words": _better(request, page, found),
        "search_href": href_or_none("find:search"),
        "downloads": offers.offers(
            "knowledge:list-file", query=_query(request, page), cells=resources.paginator.count * len(COLUMNS)
        ),
        "topics": topics,
        "learning": learning.order_by("title") if is_whole else [],
        "trail": resource_presenters.trail(page),
        "canonical": page.full_url,
    }


def _better(request: HttpRequest, page: Any, found: library.Library) -> str:
    """Counts words that found nothing; the words as they were probably meant, where these find something."""
    if not found.words or found.total:
        return ""
    unanswered.count(request, found.words)
    meant = Words.typed(better(found.words))
    return meant.text if library.finds(page, meant) else ""


def _query(request: HttpRequest, page: Any) -> dict[str, str]:
    """What is asked, and below which page, for the files of the same list."""
    from knowledge.models import TopicIndex

    asked = {key: value for key, value in request.GET.items() if value and key != "page"}
    return {**asked, "topic": page.slug} if isinstance(page, TopicIndex) else asked


def table(page: Any, asked: Mapping[str, str]) -> Table:
    """The whole list that an address asks for, with what is known of each resource."""
    rows_asked = with_formats(library.look(page, asked).found)
    found = rows_asked.select_related("content_type", "area_of_origin").defer("body")
    note = "Only those that fit what was searched for." if any(asked.get(key) for key in _narrowing()) else ""
    rows = tuple(_row(each) for each in found)
    return Table("resources", f"Resources: {page.title}", COLUMNS, rows, today(), SOURCE, note=note)


def _narrowing() -> list[str]:
    return ["q", *(each.facet.key for each in library.NARROWINGS)]


def _row(resource: Any) -> list[Any]:
    components = [frameworks.COMPONENT_BY_KEY[key] for key in resource.components if key in frameworks.COMPONENT_BY_KEY]
    return [
        resource.title,
        resource.kind_name,
        resource.summary,
        resource_presenters.group_words(resource),
        "; ".join(f"{each.key} {each.name}" for each in components),
        resource.area_of_origin.name if resource.area_of_origin else "The network",
        "; ".join(formats_of(resource)),
        resource.version,
        localdate(resource.first_published_at) if resource.first_published_at else None,
        resource.review_on,
        "Yes" if resource.is_sample else "No",
        resource.full_url,
    ]


def formats_of(resource: Any) -> list[str]:
    """In which other formats a resource of `facets.with_formats` can be had, as the filter calls them."""
    return [name for key, (name, _) in FORMATS.items() if getattr(resource, f"has_{key}")]
