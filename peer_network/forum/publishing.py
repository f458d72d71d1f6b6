"""Showing a post to members, and telling of it. Moderators' decisions about posts come through here too."""

from django.db import transaction

from config.today import is_sample_activity
from jobs import outbox
from peer_network.forum import notices, showing
from peer_network.models import Post

TASK = "peer_network.forum.tasks.tell_followers"


@transaction.atomic
def publish(post: Post, *, has_waited: bool = True) -> Post:
    """Show a post. Where it is shown for the first time, whoever follows hears of it, and its writer if it has waited.

    What its writer has taken back stays out of sight.
    """
    if post.state == Post.State.TAKEN_BACK:
        return post
    is_first_time = post.position is None
    shown = showing.show(post)
    if is_first_time and not (is_sample_activity() or shown.is_sample):
        outbox.send(TASK, kwargs={"post": shown.pk}, key=f"peers-post-{shown.pk}")
        if has_waited:
            notices.is_shown(shown)
    return shown
