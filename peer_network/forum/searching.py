"""Topics and posts in the search: of the spaces that whoever searches may read, and for members alone."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from accounts.permissions import Permission
from find import full_text
from find.registry import Found, SearchSource
from find.words import Words
from peer_network.forum import reading
from peer_network.joining.access import member_of
from peer_network.models import Block, Member, Post, Space, Topic

# The newest of so many are ranked: of words that stand in every second post, nobody looks for the old ones.
RANKED = 400
SHOWN = 50


def look_for(words: Words, access: Any) -> Iterable[Found]:
    """Topics in which the words stand, for a member who reads and has accepted the rules."""
    if not (access and access.can(Permission.PEERS_TAKE_PART)):
        return []
    member = member_of(access.user)
    if member is None or not member.has_accepted or member.state == Member.State.CLOSED:
        return []
    return found_in(reading.spaces_for(member, access), words, member)


def found_in(spaces: QuerySet[Space], words: Words, member: Member) -> list[Found]:
    """Topics of these spaces with the words in their title or in a post, each once, best first."""
    found: dict[int, Found] = {}
    for row in _titles(spaces, words):
        found[row.pk] = _found(row, reading.address_at(row.public_id, 1), "", row.found_rank + 1)
    for row in _posts(spaces, words, member):
        is_better = row.topic_id not in found or not found[row.topic_id].excerpt
        if is_better:
            rank = max(row.found_rank, found[row.topic_id].rank if row.topic_id in found else 0)
            found[row.topic_id] = _found(row.topic, reading.address_of(row), row.found_excerpt, rank)
    return sorted(found.values(), key=lambda each: -each.rank)[:SHOWN]


def _titles(spaces: QuerySet[Space], words: Words) -> Iterable[Topic]:
    topics = Topic.objects.shown().filter(space__in=spaces, is_title_shown=True).select_related("space")
    return full_text.search(topics, words, title="title", texts=[], vector=full_text.vector_of("title", []))


def _posts(spaces: QuerySet[Space], words: Words, member: Member) -> Iterable[Post]:
    vector = full_text.vector_of("body", [])
    shown = Post.objects.shown().filter(topic__space__in=spaces)
    shown = shown.exclude(author__in=Block.objects.filter(member=member).values("blocked"))
    newest = shown.annotate(found=vector).filter(found=words.query).order_by("-pk").values("pk")[:RANKED]
    rows = Post.objects.filter(pk__in=list(newest.values_list("pk", flat=True))).select_related("topic__space")
    return full_text.search(rows, words, title="body", texts=["body"], vector=vector)


def _found(topic: Topic, url: str, excerpt: str, rank: float) -> Found:
    return Found(topic.heading, url, excerpt, rank, f"In {topic.space.title}")


SOURCE = SearchSource("peers", "Topics of the peer network", look_for, order=70)
