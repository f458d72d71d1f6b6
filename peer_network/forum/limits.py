"""How much a member can write in an hour, by how far they are known."""

import datetime

from config.today import is_sample_activity, moment
from peer_network.forum.errors import TooManyPosts
from peer_network.models import Member, Post

HOUR = datetime.timedelta(hours=1)
POSTS_AN_HOUR = {Member.Standing.NEW: 5, Member.Standing.KNOWN: 20, Member.Standing.TRUSTED: 30}


def check(member: Member) -> None:
    """Raises TooManyPosts for a member who has written as much as they can in an hour."""
    limit = POSTS_AN_HOUR[Member.Standing(member.standing)]
    if is_sample_activity():
        return
    if Post.objects.filter(author=member, written_at__gt=moment() - HOUR).count() >= limit:
        raise TooManyPosts(limit)
