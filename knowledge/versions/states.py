"""How the versions of a resource stand, for its editors."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from knowledge.formats.presenters import is_behind
from knowledge.versions import actions, languages


@dataclass(frozen=True)
class VersionState:
    """One version: its name, its state as a tag, what to do, and where it is made."""

    name: str
    status: str
    text: str
    href: str


def of_resource(page: Any) -> list[VersionState]:
    """Each version of a resource, Easy Read first."""
    from knowledge.models import Resource

    found = Resource.with_versions.filter(version_of_id=page.pk).select_related("content_type", "latest_revision")
    along = {version.pk for version in actions.ready(page)}
    versions = sorted(found.specific(), key=lambda version: (version.kind != "easyread", version.kind_name))
    return [_state(page, version, version.pk in along) for version in versions]


def not_begun(page: Any) -> list[tuple[str, str]]:
    """(key, name) of the versions that a resource hasn't, for a form."""
    from knowledge.models import Resource

    there = set(Resource.with_versions.filter(version_of_id=page.pk).values_list("slug", flat=True))
    choices = [
        (actions.EASY_READ, "Easy Read"),
        *((each.code, f"{each.name} ({each.own_name})") for each in languages.LANGUAGES),
    ]
    return [(key, name) for key, name in choices if key not in there]


def behind(page: Any) -> list[Any]:
    """The published versions of a resource that still say what it said before."""
    from knowledge.models import Resource

    found = Resource.with_versions.filter(version_of_id=page.pk).live().specific()
    return [version for version in found if is_behind(version, page)]


def _state(page: Any, version: Any, goes_along: bool) -> VersionState:
    href = reverse("knowledge:making", args=[version.pk])
    if version.live and is_behind(version, page):
        words = "The page has changed since. Change this version too, or say that it still says the same."
        status = "behind"
    elif goes_along:
        status, words = "agreed", "Agreed and checked. It is published together with the page."
    elif version.live:
        words = "It says the same as the page."
        status = "published"
    else:
        status, words = "draft", "It is being made, and readers don't see it."
    return VersionState(version.kind_name, status, words, href)
