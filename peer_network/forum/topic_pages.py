"""One page of a topic: its posts by their places, what is marked on them, and what the reader wrote that still waits.

The page of a place is known from the place, so that nothing is counted; each list is one query.
"""

import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Count, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.aggregates import Aggregate
from django.db.models.functions import Coalesce

from config.prepared import Prepared
from peer_network.forum import unread
from peer_network.forum.reading import POSTS_ON_A_PAGE, page_of
from peer_network.models import Block, Following, Mark, Member, Mute, Post, Topic
from tenants.models import Membership

MARKED_ROLES = {"moderator": "Moderator", "peer-supporter": "Peer supporter"}
# What a page shows of a post, and of the post that it quotes.
READ = (
    "public_id",
    "topic_id",
    "body",
    "quoted_words",
    "state",
    "position",
    "shown_at",
    "written_at",
    "edited_at",
    "is_sample",
    "author__public_id",
    "author__display_name",
    "author__user_id",
    "helped_by__display_name",
    "quotes__state",
    "quotes__position",
    "quotes__body",
    "quotes__author__display_name",
)


class BoolOr(Aggregate):
    """Whether it is true of any row."""

    function = "BOOL_OR"
    output_field = BooleanField()


@dataclass(frozen=True)
class Marks:
    """Of one post: how many said so, and whether the reader did."""

    count: int = 0
    is_mine: bool = False


def find(public_id: uuid.UUID, member: Member) -> Topic | None:
    """A topic of which something is shown, with `read_up_to`, `is_followed`, `is_muted` and its space. One query."""
    return next(iter(_topics(public_id, member.pk)), None)


def _find(public_id: uuid.UUID, member: int) -> QuerySet[Topic]:
    mine: dict[str, Any] = {"member": member, "topic": OuterRef("pk")}
    topics = unread.with_read(Topic.objects.shown(), member).annotate(
        is_followed=Exists(Following.objects.filter(**mine)), is_muted=Exists(Mute.objects.filter(**mine))
    )
    return topics.select_related("space").filter(public_id=public_id).order_by()


def number_of_pages(topic: Topic) -> int:
    """How many pages the topic has; at least one."""
    return page_of(max(topic.last_position, 1))


def posts_on(topic: Topic, number: int, member: Member) -> list[Post]:
    """What stands on a page, hidden posts and all, each with `is_blocked` and `is_quote_blocked`. One query.

    On the last page, what the member wrote and others were never shown comes after it.
    """
    first = (number - 1) * POSTS_ON_A_PAGE + 1
    ask = _posts_and_own if number == number_of_pages(topic) else _posts
    return ask(topic.pk, member.pk, first, first + POSTS_ON_A_PAGE)


def _placed(topic: int, member: int, first: int, after: int) -> QuerySet[Post]:
    return _shown_of(topic, member, Q(position__gte=first, position__lt=after))


def _placed_and_own(topic: int, member: int, first: int, after: int) -> QuerySet[Post]:
    unplaced = Q(author=member, position__isnull=True) & ~Q(state=Post.State.TAKEN_BACK)
    return _shown_of(topic, member, Q(position__gte=first, position__lt=after) | unplaced)


def _shown_of(topic: int, member: int, wanted: Q) -> QuerySet[Post]:
    blocks = Block.objects.filter(member=member)
    found = Post.objects.filter(wanted, topic=topic).select_related("author", "helped_by", "quotes__author")
    return (
        found.only(*READ)
        .order_by("position", "pk")
        .annotate(
            is_blocked=Exists(blocks.filter(blocked=OuterRef("author"))),
            is_quote_blocked=Exists(blocks.filter(blocked=OuterRef("quotes__author"))),
        )
    )


def marks_of(posts: list[Post], member: Member) -> dict[tuple[int, str], Marks]:
    """(post, kind) -> its marks. One query."""
    rows = _marks([post.pk for post in posts], member.pk)
    return {(post, kind): Marks(count, is_mine) for post, kind, count, is_mine in rows}


def _marks_on(posts: list[int], member: int) -> QuerySet[Mark, tuple[int, str, int, bool]]:
    mine = Coalesce(BoolOr(Q(member=member)), Value(False))
    found = Mark.objects.filter(post__in=posts).values("post", "kind").annotate(count=Count("pk"), is_mine=mine)
    return found.values_list("post", "kind", "count", "is_mine").order_by()


def roles_of(posts: list[Post]) -> dict[int, str]:
    """A person's number -> "Moderator" or "Peer supporter", of those who wrote here. One query."""
    return roles_of_users({post.author.user_id for post in posts if post.author})


def roles_of_users(users: set[int]) -> dict[int, str]:
    """The same of these people."""
    held = set(_roles(list(users)))
    return {user: MARKED_ROLES[role] for role in reversed(MARKED_ROLES) for user in users if (user, role) in held}


def _roles_held(users: list[int]) -> QuerySet[Membership, tuple[int, str]]:
    rows = Membership.objects.live().filter(user__in=users, role__in=list(MARKED_ROLES))
    return rows.values_list("user", "role").order_by()


_topics, _posts, _posts_and_own = Prepared(_find), Prepared(_placed), Prepared(_placed_and_own)
_marks, _roles = Prepared(_marks_on), Prepared(_roles_held)
