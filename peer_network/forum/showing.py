"""Whether a post is shown. Its place in the topic and the topic's counts are kept here, and nowhere else.

These are steps of other actions (posting, moderating, taking back): they run in the caller's transaction, and the
caller keeps the record of who did it and why.
"""

from django.db import transaction
from django.db.models import Count, F, Max

from config.today import moment
from peer_network.models import Post, Space, Topic

GONE = (Post.State.REMOVED, Post.State.TAKEN_BACK)


def show(post: Post) -> Post:
    """Show a post: at the end of its topic when it was never shown before, else at its old place."""
    return _change(post, Post.State.SHOWN)


def hide(post: Post, state: str = Post.State.HIDDEN) -> Post:
    """Take a post out of sight: HIDDEN, CHANGE_ASKED, REMOVED or TAKEN_BACK. It keeps its place, if it had one."""
    return _change(post, state)


@transaction.atomic
def _change(post: Post, state: str) -> Post:
    """Lock the topic first, so that two posts that are shown at once don't get one place."""
    topic = Topic.objects.select_for_update().get(pk=post.topic_id)
    found = Post.objects.select_for_update().get(pk=post.pk)
    if found.state == state:
        return found
    if state == Post.State.SHOWN and not found.body:
        return found  # its words are no longer kept (`forum.retention`)
    found.state = state
    found.gone_at = (found.gone_at or moment()) if state in GONE else None
    if state == Post.State.SHOWN and found.position is None:
        topic.last_position += 1
        found.position, found.shown_at = topic.last_position, moment()
    found.save(update_fields=["state", "position", "shown_at", "gone_at"])
    _count(topic, found)
    for name in ("state", "position", "shown_at", "gone_at"):
        setattr(post, name, getattr(found, name))
    return found


def _count(topic: Topic, changed: Post) -> None:
    """The topic's counts, and its space's, after one of its posts has changed."""
    was_shown = topic.shown_posts > 0
    shown = Post.objects.filter(topic=topic).shown().aggregate(newest=Max("shown_at"), count=Count("pk"))
    topic.shown_posts, topic.last_shown_at = shown["count"], shown["newest"]
    if changed.position == 1:
        topic.is_title_shown = changed.state == Post.State.SHOWN
    topic.save(update_fields=["last_position", "shown_posts", "last_shown_at", "is_title_shown"])
    if was_shown != (topic.shown_posts > 0):
        step = -1 if was_shown else 1
        Space.objects.filter(pk=topic.space_id).update(shown_topics=F("shown_topics") + step)
