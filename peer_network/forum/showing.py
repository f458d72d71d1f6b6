"""Whether a post is shown. Its place in the topic and the topic's counts are kept here, and nowhere else.

These are steps of other actions (posting, moderating, taking back): they run in the caller's transaction, and the
caller keeps the record of who did it and why.
"""

from django.db import transaction
from django.db.models import Max

from config.today import moment
from peer_network.models import Post, Topic


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
    found.state = state
    if state == Post.State.SHOWN and found.position is None:
        topic.last_position += 1
        found.position, found.shown_at = topic.last_position, moment()
    found.save(update_fields=["state", "position", "shown_at"])
    shown = Post.objects.filter(topic=topic).shown().aggregate(newest=Max("shown_at"))
    topic.shown_posts = Post.objects.filter(topic=topic).shown().count()
    topic.last_shown_at = shown["newest"]
    topic.save(update_fields=["last_position", "shown_posts", "last_shown_at"])
    for name in ("state", "position", "shown_at"):
        setattr(post, name, getattr(found, name))
    return found
