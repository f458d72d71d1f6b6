"""What a member hasn't read: of a topic the posts, of a space the topics.

A post is unread that is shown, stands after the newest that the member was shown, and is neither their own nor of
somebody whom they blocked. A topic that they never opened is new for some weeks. Muted topics and spaces have no marks.
"""

import datetime
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.utils import timezone

from config.today import today
from peer_network.models import Block, Following, Member, Mute, Post, Space, Topic

NEW_FOR = datetime.timedelta(days=30)
MOST_COUNTED = 99  # more is no more help to anybody, and counting them all takes long


class CappedCount(Subquery):
    """How many rows a sliced query has: `CappedCount(rows.values("pk")[:99])`."""

    template = "(SELECT count(*) FROM (%(subquery)s) AS capped)"
    output_field = IntegerField()


def new_since() -> datetime.datetime:
    """Since when a topic that was never opened counts as new; by the field's own days, as the demo stands in 2015."""
    return timezone.make_aware(datetime.datetime.combine(today() - NEW_FOR, datetime.time()))


def with_marks(
    topics: QuerySet[Topic], member: Member | int, since: datetime.datetime | None = None
) -> QuerySet[Topic]:
    """Adds `read_up_to` (None: never opened), `unread` posts after it, `is_new`, `is_followed`, `is_muted`.

    For the member, or who has this number; what was never opened is new `since` then (else since `new_since()`).
    """
    mine: dict[str, Any] = {"member": member, "topic": OuterRef("pk")}
    of_space = {"member": member, "space": OuterRef("space")}
    return with_read(topics, member).annotate(
        is_muted=Exists(Mute.objects.filter(**mine)) | Exists(Mute.objects.filter(**of_space)),
        is_followed=Exists(Following.objects.filter(**mine)),
        unread=CappedCount(_unread_posts(member).values("pk")[:MOST_COUNTED]),
        is_new=Case(
            When(
                Q(my_mark__isnull=True, last_shown_at__gte=since or new_since())
                & Exists(_by_others(Post.objects.filter(topic=OuterRef("pk")), member)),
                then=Value(True),
            ),
            default=Value(False),
            output_field=BooleanField(),
        ),
    )


def with_read(topics: QuerySet[Topic], member: Member | int) -> QuerySet[Topic]:
    """Adds `read_up_to`: the place of the newest post that the member, or who has this number, was shown, or None."""
    mine = FilteredRelation("read_marks", condition=Q(read_marks__member=member))
    return topics.annotate(my_mark=mine, read_up_to=F("my_mark__position"))


def has_unread(topics: QuerySet[Topic], member: Member) -> QuerySet[Topic]:
    """The topics with something unread, of those that the member has opened."""
    read = with_read(topics, member).filter(my_mark__isnull=False)
    return read.filter(Exists(_unread_posts(member)))


def unread_topics(member: Member) -> CappedCount:
    """For spaces: how many of a space's topics are unread or new, at most `MOST_COUNTED`."""
    topics = with_read(Topic.objects.shown().filter(space=OuterRef("pk")), member)
    muted = Mute.objects.filter(member=member, topic=OuterRef("pk"))
    silent = Mute.objects.filter(member=member, space=OuterRef("space"))
    recent = topics.filter(last_shown_at__gte=new_since()).exclude(Exists(muted)).exclude(Exists(silent))
    newer = _by_others(Post.objects.filter(topic=OuterRef("pk")), member)
    is_unread = Exists(newer.filter(position__gt=OuterRef("my_mark__position")))
    never_opened = Q(my_mark__isnull=True) & Exists(newer)
    return CappedCount(recent.filter(is_unread | never_opened).order_by().values("pk")[:MOST_COUNTED])


def spaces_with_unread(spaces: QuerySet[Space], member: Member) -> QuerySet[Space]:
    """Adds `unread` to spaces."""
    return spaces.annotate(unread=unread_topics(member))


def _unread_posts(member: Member | int) -> QuerySet[Post]:
    return _by_others(Post.objects.filter(topic=OuterRef("pk"), position__gt=OuterRef("my_mark__position")), member)


def _by_others(posts: QuerySet[Post], member: Member | int) -> QuerySet[Post]:
    """What is shown, and neither the member’s own nor of somebody whom they blocked; also of members who have left."""
    blocked = Block.objects.filter(member=member).values("blocked")
    not_mine = Q(author__isnull=True) | (~Q(author=member) & ~Q(author__in=blocked))
    return posts.shown().filter(not_mine).order_by()
