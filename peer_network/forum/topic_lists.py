"""Lists of topics: of a space, a page after another from the newest, and what is new for a member."""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Subquery
from django.utils.dateparse import parse_datetime

from config.prepared import Prepared
from peer_network.forum import unread
from peer_network.models import Following, Member, Space, Topic

ON_A_PAGE = 20
ON_THE_FRONT = 5
MOST_PINNED = 10


@dataclass(frozen=True)
class TopicPage:
    """A page of a space's topics. `older` is the place from which the next page goes on, or empty."""

    topics: Sequence[Topic]
    older: str


def of_space(space: Space, member: Member, after: str = "") -> TopicPage:
    """The newest twenty topics, or the twenty after a place in the list; the pinned ones stand on the first page.

    A place is the time and id of a topic: no page is counted off from the start, however long the list is.
    """
    of = (space.pk, member.pk, unread.new_since())
    place = _place(after)
    found = _after(*of, *place) if place else _newest(*of)
    shown = found[:ON_A_PAGE]
    older = f"{shown[-1].last_shown_at.isoformat()}_{shown[-1].public_id}" if len(found) > ON_A_PAGE else ""
    return TopicPage([*([] if place else _pinned(*of)), *shown], older)


def _topics_of(space: int, member: int, since: datetime.datetime) -> QuerySet[Topic]:
    topics = unread.with_marks(Topic.objects.shown().filter(space=space), member, since)
    return topics.select_related("author").order_by("-last_shown_at", "-pk")


def _newest_of(space: int, member: int, since: datetime.datetime) -> QuerySet[Topic]:
    return _topics_of(space, member, since).filter(is_pinned=False)[: ON_A_PAGE + 1]


def _pinned_of(space: int, member: int, since: datetime.datetime) -> QuerySet[Topic]:
    return _topics_of(space, member, since).filter(is_pinned=True)[:MOST_PINNED]


def _those_after(
    space: int, member: int, since: datetime.datetime, at: datetime.datetime, public_id: uuid.UUID
) -> QuerySet[Topic]:
    same_time = Q(pk__lt=Subquery(Topic.objects.filter(public_id=public_id).values("pk")[:1]))
    unpinned = _topics_of(space, member, since).filter(is_pinned=False, last_shown_at__lte=at)
    return unpinned.filter(Q(last_shown_at__lt=at) | same_time)[: ON_A_PAGE + 1]


_newest, _pinned, _after = Prepared(_newest_of), Prepared(_pinned_of), Prepared(_those_after)


def go_on_with(member: Member, spaces: QuerySet[Space]) -> list[Topic]:
    """Topics that the member has opened and that have something unread, the newest first."""
    topics = Topic.objects.shown().filter(space__in=spaces)
    found = unread.with_marks(unread.has_unread(topics, member), member)
    return list(
        found.filter(is_muted=False).select_related("space", "author").order_by("-last_shown_at")[:ON_THE_FRONT]
    )


def new_in_followed(member: Member, spaces: QuerySet[Space]) -> list[Topic]:
    """New topics, never opened, of the spaces that the member follows."""
    followed = Following.objects.filter(member=member, space__isnull=False).values("space")
    topics = Topic.objects.shown().filter(space__in=spaces.filter(pk__in=followed))
    found = unread.with_marks(topics, member).filter(is_new=True, is_muted=False)
    return list(found.select_related("space", "author").order_by("-last_shown_at")[:ON_THE_FRONT])


def _place(after: str) -> tuple[datetime.datetime, uuid.UUID] | None:
    at, _, public_id = after.rpartition("_")
    try:
        found = parse_datetime(at.replace(" ", "+")), uuid.UUID(public_id)
    except ValueError:
        return None
    return found if found[0] is not None and found[0].tzinfo else None
