"""Writing, changing and taking back posts. Whatever a member writes goes through `weighing.weigh` first.

None of this is in the audit: a row with a name and a time would lead from a pseudonym to a person.
"""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from config.today import is_sample_activity, moment
from peer_network.forum import limits, publishing, showing, weighing
from peer_network.forum.errors import NotChangeable, PostingClosed, SpaceClosed
from peer_network.forum.weighing import Weighed
from peer_network.models import Following, Member, Mute, Post, PostEdition, QueueItem, Space, Topic
from peer_network.moderation.opening import put_before_moderators

SUBJECT = "post"
LONGEST_QUOTE = 500  # characters
State = Post.State
CHANGEABLE = (State.WAITING, State.SHOWN, State.CHANGE_ASKED)


@dataclass(frozen=True)
class Outcome:
    """What became of it. Without a post nothing was stored: the writer is asked again (`weighed.findings`)."""

    weighed: Weighed
    post: Post | None = None


@transaction.atomic
def begin_topic(
    *,
    space: Space,
    title: str,
    body: str,
    by: Member,
    goes_on_anyway: bool = False,
    helped_by: Member | None = None,
    is_sample: bool = False,
) -> Outcome:
    """Begin a topic with its first post. Raises PostingRefused."""
    weighed = _weighed(f"{title}\n\n{body}", by, goes_on_anyway, is_closed="space" if space.closed_at else "")
    if weighed.asks_again:
        return Outcome(weighed)
    topic = Topic.objects.create(space=space, author=by, title=title, opened_at=moment(), is_sample=is_sample)
    facts = {"topic": topic, "body": body, "helped_by": helped_by, "is_sample": is_sample}
    return Outcome(weighed, _write(by, weighed, title=title, **facts))


@transaction.atomic
def reply(
    *,
    topic: Topic,
    body: str,
    by: Member,
    quotes: Post | None = None,
    quoted_words: str = "",
    goes_on_anyway: bool = False,
    helped_by: Member | None = None,
    is_sample: bool = False,
) -> Outcome:
    """Write a reply, with words of another post of the topic where it quotes one. Raises PostingRefused."""
    is_closed = "space" if topic.space.closed_at else "topic" if topic.closed_at else ""
    weighed = _weighed(body, by, goes_on_anyway, is_closed=is_closed)
    if weighed.asks_again:
        return Outcome(weighed)
    facts = {"topic": topic, "body": body, "helped_by": helped_by, "is_sample": is_sample}
    quoted = {"quotes": quotes, "quoted_words": quoted_words[:LONGEST_QUOTE] if quotes else ""}
    return Outcome(weighed, _write(by, weighed, **facts, **quoted))


@transaction.atomic
def edit(*, post: Post, body: str, by: Member, title: str = "", goes_on_anyway: bool = False) -> Outcome:
    """Change one's own post; each text that it has had is kept. Raises PostingRefused.

    What a moderator has to read first is out of sight until then, also where the old text was shown.
    """
    post = Post.objects.select_for_update().get(pk=post.pk)
    if post.author_id != by.pk or post.state not in CHANGEABLE:
        raise NotChangeable
    title = title if post.begins_topic else ""
    weighed = _weighed(f"{title}\n\n{body}" if title else body, by, goes_on_anyway, replaces=post)
    if weighed.asks_again:
        return Outcome(weighed)
    post.body, post.edited_at = body, moment()
    post.save(update_fields=["body", "edited_at"])
    if title:
        Topic.objects.filter(pk=post.topic_id).update(title=title)
    _keep_edition(post, title)
    _after_a_change(post, weighed)
    return Outcome(weighed, post)


@transaction.atomic
def take_back(*, post: Post, by: Member) -> Post:
    """Take one's own post out of sight for good; its place stays. Raises PostingRefused.

    What moderators were to read for its newness alone no longer waits for them; crisis and reports still do.
    """
    post = Post.objects.select_for_update().get(pk=post.pk)
    if post.author_id != by.pk or post.state in (State.REMOVED, State.TAKEN_BACK):
        raise NotChangeable
    kinds = (QueueItem.Kind.FIRST_POSTS, QueueItem.Kind.CHECKED, QueueItem.Kind.NOBODY_ON_DUTY, QueueItem.Kind.CHANGED)
    waiting = QueueItem.objects.filter(subject_kind=SUBJECT, subject_id=post.public_id, kind__in=kinds)
    waiting.filter(closed_at__isnull=True).update(closed_at=moment(), outcome="taken_back")
    return showing.hide(post, State.TAKEN_BACK)


def _weighed(
    text: str,
    by: Member,
    goes_on_anyway: bool,
    *,
    is_closed: str = "",
    replaces: Post | None = None,
) -> Weighed:
    """The one rule, and what can't be written at all. Words of crisis are kept whatever stands against it."""
    if is_sample_activity():
        return Weighed()
    weighed = weighing.weigh(text, by, goes_on_anyway=goes_on_anyway, replaces=replaces)
    if weighed.is_crisis:
        return weighed
    if is_closed:
        raise SpaceClosed(is_closed)
    words = weighing.closed_words()
    if words:
        raise PostingClosed(words)
    if replaces is None:
        limits.check(by)
    return weighed


def _write(by: Member, weighed: Weighed, *, title: str = "", **facts: Any) -> Post:
    """Store a post with its first edition; show it, or put it before the moderators. Its writer follows the topic."""
    post = Post.objects.create(author=by, written_at=moment(), **facts)
    _keep_edition(post, title)
    if not Mute.objects.filter(member=by, topic=post.topic).exists():
        Following.objects.get_or_create(member=by, topic=post.topic, space=None)
    if weighed.waits:
        _put_before_moderators(post, weighed, weighed.waits[0])
        return post
    return publishing.publish(post, has_waited=False)


def _after_a_change(post: Post, weighed: Weighed) -> None:
    """A changed post waits where its words do, or where a moderator asked for the change."""
    if post.state == State.CHANGE_ASKED:
        kind = QueueItem.Kind.CRISIS if weighed.is_crisis else QueueItem.Kind.CHANGED
        _put_before_moderators(post, weighed, kind)
    elif weighed.waits:
        if post.state == State.SHOWN:
            showing.hide(post)
        _put_before_moderators(post, weighed, weighed.waits[0])


def _put_before_moderators(post: Post, weighed: Weighed, kind: QueueItem.Kind) -> None:
    put_before_moderators(
        kind=kind,
        subject_kind=SUBJECT,
        subject_id=post.public_id,
        about=post.author,
        is_urgent=weighed.is_crisis,
        found=weighed.found,
    )


def _keep_edition(post: Post, title: str) -> None:
    number = PostEdition.objects.filter(post=post).count() + 1
    PostEdition.objects.create(post=post, number=number, title=title, body=post.body, at=moment())
