"""What a resource is in the words of schema.org, for the search engines of other sites."""

from typing import Any

from knowledge import licences
from tenants import groups

CONTEXT = "https://schema.org"
# The nearest type of schema.org to each kind; a story is told, a method is followed, a template is filled in.
TYPES = {
    "story": "Article",
    "toolkit": "LearningResource",
    "method": "HowTo",
    "learningmaterial": "LearningResource",
    "guidance": "Article",
    "evaluation": "Report",
    "template": "DigitalDocument",
}


def of_resource(page: Any, main: Any) -> dict[str, Any]:
    """A published page as JSON-LD, without its publisher; `main` is the resource, which the page is or is a version of.

    Names of people are left out.
    """
    licence = licences.BY_KEY[main.licence]
    found = {
        "@context": CONTEXT,
        "@type": TYPES.get(main.kind, "CreativeWork"),
        "@id": page.full_url,
        "url": page.full_url,
        "name": page.title,
        "headline": page.title,
        "description": page.search_description or page.summary,
        "inLanguage": page.language.code,
        "datePublished": _day(page.first_published_at),
        "dateModified": _day(page.last_published_at),
        "version": main.version,
        "isAccessibleForFree": True,
        "translationOfWork": {"@id": main.full_url} if page.locale_id != main.locale_id else None,
        "isBasedOn": main.full_url if page.pk != main.pk and page.locale_id == main.locale_id else "",
        "license": licence.href,
        "creativeWorkStatus": "Sample" if page.is_sample else "",
        "audience": [
            {"@type": "PeopleAudience", "audienceType": groups.BY_KEY[key].name}
            for key in main.groups
            if key in groups.BY_KEY
        ],
    }
    return {key: value for key, value in found.items() if value not in ("", None, [])}


def trail(crumbs: list[tuple[str, str]], page: Any) -> dict[str, Any]:
    """The way down to a page, from (title, address) of those above it."""
    site = page.full_url.removesuffix(page.get_url() or "")
    steps = [(title, f"{site}{address}") for title, address in crumbs] + [(page.title, page.full_url)]
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": title, "item": address}
            for number, (title, address) in enumerate(steps, 1)
        ],
    }


def _day(moment: Any) -> str:
    return moment.date().isoformat() if moment else ""
