"""What readers said of a resource: on its page, and for editors."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table, numeric

SOURCE = "what readers said on this site"
# A preview is what reviewers agree and what the accessibility check looks through: the page's own words alone.
NOTHING: dict[str, Any] = {"uses": [], "use_href": None, "opinion_href": None}


def on_page(request: HttpRequest, page: Any) -> dict[str, Any]:
    """`uses` of a published resource, `use_href` for those who may mark it, and `opinion_href`."""
    if not page.live:
        return NOTHING
    access: Any = getattr(request, "access", None)
    may_mark = bool(access and access.can(Permission.RESOURCE_MARK))
    return {
        "uses": list(page.uses.select_related("area").order_by("area__name")),
        "use_href": reverse("knowledge:use", args=[page.pk]) if may_mark else None,
        "opinion_href": reverse("knowledge:opinion", args=[page.pk]),
    }


def said() -> Any:
    """Every resource that somebody said something of, by title, with `helped`, `did_not` and `used`."""
    from knowledge.models import Resource

    return (
        Resource.objects.annotate(
            helped=Count("opinions", filter=Q(opinions__is_helpful=True), distinct=True),
            did_not=Count("opinions", filter=Q(opinions__is_helpful=False), distinct=True),
            used=Count("uses", distinct=True),
        )
        .filter(Q(helped__gt=0) | Q(did_not__gt=0) | Q(used__gt=0))
        .defer("body")
        .order_by("title", "pk")
    )


def said_table(resources: Any) -> Table:
    """The list of what readers said, for the page and its files: counts of answers, which are of nobody's care."""
    rows = [
        [
            {"text": each.title, "href": reverse("knowledge:said-of", args=[each.pk])},
            each.helped,
            each.did_not,
            each.used,
        ]
        for each in resources
    ]
    head = ("Resource", numeric("It helped"), numeric("It did not"), numeric("Areas that used it"))
    caption = "What readers say of resources"
    return Table("said", caption, head, tuple(rows), today(), SOURCE, people=NO_PEOPLE)


def said_of(resource: Any) -> dict[str, Any]:
    """`opinions` with words (the newest first), counts of all, and `uses` with the way to take each off."""
    opinions = resource.opinions.order_by("-at", "-pk")
    return {
        "helped": opinions.filter(is_helpful=True).count(),
        "did_not": opinions.filter(is_helpful=False).count(),
        "opinions": list(opinions.exclude(why="")[:100]),
        "uses": list(resource.uses.select_related("area").order_by("area__name")),
    }
