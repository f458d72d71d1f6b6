"""Results ready for the page."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.db.models import Sum

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from find import highlights, registry
from find.models import UnansweredSearch
from find.queries import KIND
from find.registry import Found
from find.words import Words

MOST_SHOWN = 500


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


def unanswered_table() -> Table:
    """What several people searched for and nobody found, the newest month first, the most asked first."""
    found = UnansweredSearch.objects.exclude(words="").order_by("-month", "-asked", "words")[:MOST_SHOWN]
    rows = tuple([f"{each.month:%B %Y}", each.words, each.asked] for each in found)
    head = ("Month", "Words", numeric("Times"))
    # Times that something was asked, and not people: whoever asks counts again the next day.
    caption, source = "Searches without a result", "the search of this site"
    return Table("unanswered", caption, head, rows, today(), source, people=NO_PEOPLE)


def asked_by_few() -> int:
    """How often something was searched for whose words are not kept, because too few asked for it."""
    return UnansweredSearch.objects.filter(words="").aggregate(Sum("asked"))["asked__sum"] or 0
