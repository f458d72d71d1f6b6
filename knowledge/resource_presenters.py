"""What the pages of the knowledge base show: a resource in a list, and the facts beside a resource's text."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from knowledge import licences, presenters
from knowledge.coproduction import record
from knowledge.finding import related, structured
from knowledge.finding.library import kind_of
from knowledge.formats import presenters as formats
from knowledge.readers import presenters as readers
from tenants import groups
from ui.formats import date


@dataclass(frozen=True)
class Listed:
    """A resource in a list."""

    title: str
    href: str
    kind_name: str
    summary: str
    about: str
    is_sample: bool


def listed(resource: Any) -> Listed:
    """A resource as lists show it."""
    parts = [group_words(resource)]
    if resource.area_of_origin:
        parts.append(f"made in {resource.area_of_origin.name}")
    return Listed(
        resource.title,
        resource.get_url() or "",
        kind_of(resource),
        resource.summary,
        ", ".join(parts),
        resource.is_sample,
    )


def resource(request: HttpRequest | None, page: Any) -> dict[str, Any]:
    """`trail`, `credits`, `record`, `facts`, `formats`, `related`, what readers said, and `edit_href` of a page.

    `main` is the resource. What a version doesn't say of itself, such as its groups and its licence, is its resource's.
    """
    main = page.version_of.specific if page.version_of_id else page
    # In a preview and on paper the page's own words stand alone: they are what is agreed and checked.
    is_shown = page.live and request is not None and not getattr(request, "is_preview", False)
    above = trail(page)
    return {
        "main": main,
        "formats": formats.formats(request, page, main),
        "trail": above,
        "canonical": page.full_url if is_shown else None,
        "structured": [structured.of_resource(page, main), structured.trail(above, page)] if is_shown else [],
        "credits": [(person.credit, person.did) for person in page.co_producers.all()],
        "record": record.of_page(page.pk) if page.pk else [],
        "facts": facts(page, main),
        "licence": licences.BY_KEY[main.licence],
        "edit_href": presenters.edit_href(request, page) if request else None,
        "related": [listed(each) for each in related.of_page(main)] if is_shown else [],
        **(readers.on_page(request, main) if is_shown else readers.NOTHING),
    }


def trail(page: Any) -> list[tuple[str, str]]:
    """The pages above this one that it is found through, from the front page down; its own is not among them."""
    above = page.get_ancestors().filter(depth__gt=2) if page.path else []
    return [("Front page", "/"), *((each.title, each.get_url() or "") for each in above)]


def facts(page: Any, main: Any) -> list[tuple[str, str]]:
    """What a reader wants to know of a resource before they trust it: for whom, from where, how old."""
    origin = main.area_of_origin.name if main.area_of_origin else "The network"
    found = [("Kind", main.kind_name), ("For", group_words(main)), ("Made in", origin), ("Version", main.version)]
    if page.last_published_at:
        found.append(("Published", date(page.last_published_at)))
    found.append(("To be reviewed by", date(main.review_on) if main.review_on else "No date set"))
    return found


def group_words(page: Any) -> str:
    """For whom a resource is, in words."""
    names = [groups.BY_KEY[key].name for key in page.groups if key in groups.BY_KEY]
    return "; ".join(names) if names and len(names) < len(groups.GROUPS) else "Everybody"
