"""What the peer network asks of a member today: a post that a moderator asks them to change, and replies to read."""

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from ui import formats
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """At most two cards; nothing for whoever isn't a member."""
    if not request.access.can(Permission.PEERS_TAKE_PART):
        return []
    from peer_network.forum import unread
    from peer_network.joining import own
    from peer_network.joining.access import member_of
    from peer_network.models import Member, Topic

    member = member_of(request.user)
    if member is None or member.state == Member.State.CLOSED:
        return []
    found = []
    to_change = own.asked_to_change(member)
    if to_change:
        words = f"A moderator asks you to change {formats.plural(to_change, 'post')} of yours. Their message says why."
        found.append(HomeCard("Change what you wrote", words, "See your posts", reverse("peers:me-posts")))
    followed = Topic.objects.shown().filter(pk__in=member.followings.filter(topic__isnull=False).values("topic"))
    news = unread.has_unread(followed, member).exclude(pk__in=member.mutes.filter(topic__isnull=False).values("topic"))
    count = news.count()
    if count:
        words = f"There are new replies in {formats.plural(count, 'topic')} that you follow."
        found.append(HomeCard("Read new replies", words, "Go to the peer network", reverse("peers:start")))
    return found
