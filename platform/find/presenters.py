"""Results ready for the page."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from find import highlights, registry
from find.queries import KIND
from find.registry import Found
from find.words import Words


def shown(found: Iterable[Found]) -> list[dict[str, Any]]:
    """title, href, kind, about (a line under the title), excerpt (safe HTML) of each."""
    return [
        {
            "title": each.title,
            "href": each.url,
            "kind": each.facets[KIND.key][0].label,
            "about": each.about,
            "excerpt": highlights.as_html(each.excerpt),
        }
        for each in found
    ]


def words_alone(words: Words) -> str:
    """The query string with the words and no facet."""
    return f"?{urlencode({'q': words.text})}"


def kinds() -> list[str]:
    """What can be found, for an empty page."""
    return [source.label for source in registry.sources()]
