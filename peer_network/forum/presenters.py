"""Lists of topics and spaces, ready for a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse

from find import highlights
from peer_network.forum import reading, unread
from peer_network.forum.post_presenters import LEFT
from peer_network.models import Space, Topic
from ui import formats


@dataclass(frozen=True)
class TopicRow:
    """A topic in a list: where it is opened, and what is new of it, in words."""

    topic: Topic
    href: str
    who: str
    replies: str
    news: str


@dataclass(frozen=True)
class SpaceRow:
    """A space in a list; `is_in` is false where a member has to ask to come in."""

    space: Space
    is_in: bool
    news: str


def rows(topics: Sequence[Topic]) -> list[TopicRow]:
    """Topics with the marks of `forum.unread`; no query."""
    return [
        TopicRow(
            topic,
            go_on_address(topic),
            topic.author.display_name if topic.author else LEFT,
            formats.plural(max(topic.shown_posts - 1, 0), "reply", "replies"),
            "" if topic.is_muted else "New" if topic.is_new else _new(topic.unread),
        )
        for topic in topics
    ]


def go_on_address(topic: Topic) -> str:
    """Where the member left off: the first place that they haven't been shown, or the last one of all."""
    if topic.read_up_to is None:
        return f"{reverse('peers:topic', args=[topic.public_id])}?page=1"
    return reading.address_at(topic.public_id, max(min(topic.read_up_to + 1, topic.last_position), 1))


def by_kind(spaces: Iterable[Space], readable: set[int]) -> list[tuple[str, list[SpaceRow]]]:
    """Spaces under the words of their kind, in the order of the kinds."""
    found: dict[str, list[SpaceRow]] = {kind: [] for kind in Space.Kind.values}
    for space in spaces:
        is_in = space.pk in readable
        found[space.kind].append(SpaceRow(space, is_in, _new_topics(space.unread) if is_in else ""))
    return [(Space.Kind(kind).label, each) for kind, each in found.items() if each]


def results(found: Iterable[Any]) -> list[dict[str, Any]]:
    """What a search found, for `ui.results`."""
    return [
        {"title": each.title, "href": each.url, "about": each.about, "excerpt": highlights.as_html(each.excerpt)}
        for each in found
    ]


def _new(count: int) -> str:
    return "" if not count else f"{unread.MOST_COUNTED}+ new" if count >= unread.MOST_COUNTED else f"{count} new"


def _new_topics(count: int) -> str:
    return _new(count)


def can_report() -> bool:
    """Whether the part that takes reports is there."""
    try:
        reverse("peers:report", args=["post", "00000000-0000-4000-8000-000000000000"])
    except NoReverseMatch:
        return False
    return True
