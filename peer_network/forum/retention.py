"""How long the words of posts are kept that their writer took back, or that a moderator removed.

The post's row stays, without a word: its place in the topic, and what moderators decided about it, hang on it.
"""

import datetime
from typing import Any

from django.db import transaction

from data_rights.retention import Rule, register

DAYS_KEPT = 366
WHERE = "peer_network/forum/retention.py"
WHY = (
    "A year is long enough for every appeal. What an open report, an appeal that isn’t decided or an open safeguarding "
    "case is about stays."
)


def register_all() -> None:
    """Called once, when the applications load."""
    what = "Words of posts that were removed or taken back"
    register(Rule("peers-posts-gone", what, DAYS_KEPT, WHY, WHERE, past=gone, delete=empty))


def gone(before: datetime.datetime) -> Any:
    """Out of sight for good since before then, with words, and needed by nobody."""
    from peer_network.forum.subject import POST
    from peer_network.needed import needed

    found = _gone(before)
    return found.exclude(public_id__in=needed(POST.kind, found.values_list("public_id", flat=True)))


@transaction.atomic
def empty(before: datetime.datetime) -> int:
    """Take the words out of these posts, of all their editions, of titles that went with them, and of quotes."""
    from peer_network.models import Post, PostEdition, Topic
    from peer_network.models.topics import TITLE_TAKEN_AWAY

    ids = list(gone(before).select_for_update().values_list("pk", flat=True))
    begun = Topic.objects.filter(posts__in=ids, is_title_shown=False) | _never_shown(ids)
    Topic.objects.filter(pk__in=list(begun.values_list("pk", flat=True))).update(title=TITLE_TAKEN_AWAY)
    PostEdition.objects.filter(post__in=ids).delete()
    Post.objects.filter(quotes__in=ids).update(quoted_words="")
    return Post.objects.filter(pk__in=ids).update(body="", quoted_words="")


def _gone(before: datetime.datetime) -> Any:
    from peer_network.models import Post

    states = (Post.State.REMOVED, Post.State.TAKEN_BACK)
    return Post.objects.filter(state__in=states, gone_at__lt=before, is_sample=False).exclude(body="")


def _never_shown(ids: list[int]) -> Any:
    """Topics of which no post was ever shown, and of which these posts are all."""
    from peer_network.models import Post, Topic

    others = Post.objects.exclude(pk__in=ids).values("topic")
    return Topic.objects.filter(posts__in=ids, last_position=0).exclude(pk__in=others)
