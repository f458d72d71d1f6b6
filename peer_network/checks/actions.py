"""The look at a member's words before they are stored. Every part of the room calls this, and nothing is kept of it."""

import datetime
import re

from django.db.models.functions import Lower

from accounts import policy
from accounts.models import User
from config.today import moment
from peer_network.checks import lists
from peer_network.checks.calc.findings import Finding
from peer_network.checks.calc.looking import look
from peer_network.models import Member, Post

DAY = datetime.timedelta(hours=24)
LATELY = 20  # posts with which a new one is compared
LINKS = {Member.Standing.NEW: 1, Member.Standing.KNOWN: 5, Member.Standing.TRUSTED: 15}
WORDS_OF_A_NAME = (2, 3, 4)


def look_at(text: str, member: Member, *, replaces: Post | None = None) -> tuple[Finding, ...]:
    """What was found in a text of this member, in its order, with the lists that moderators keep.

    Each finding says what it is, where it stands, what to do, and whether a moderator has to read the text first
    (`holds`). `replaces` is the post that the text is to stand in place of. Three queries, and no writing; raises
    `calc.looking.TextTooLong` over 20,000 letters.
    """
    lists_in_use = lists.in_use()
    return look(
        text,
        phrases=lists_in_use.book,
        names=staff_named_in(text),
        earlier=_lately(member, replaces),
        link_limit=LINKS[Member.Standing(member.standing)],
        blocked_hosts=lists_in_use.blocked_sites,
    )


def tried(text: str, *, standing: str) -> tuple[Finding, ...]:
    """What would be found in a text of some member of this standing; for moderators who try the lists."""
    lists_in_use = lists.in_use()
    return look(
        text,
        phrases=lists_in_use.book,
        names=staff_named_in(text),
        link_limit=LINKS[Member.Standing(standing)],
        blocked_hosts=lists_in_use.blocked_sites,
    )


def staff_named_in(text: str) -> frozenset[str]:
    """Full names of people with a staff role that stand in the text, in lower case. Nobody else's name is read."""
    words = [word.removesuffix("'s") for word in re.findall(r"[^\W\d_][\w'-]*", text.lower().replace("’", "'"))]
    said = {" ".join(words[at : at + length]) for length in WORDS_OF_A_NAME for at in range(len(words) - length + 1)}
    staff = [role.slug for role in policy.ROLES.values() if role.staff]
    named = (
        User.objects.annotate(said=Lower("name"))
        .filter(said__in=said, memberships__role__in=staff, memberships__ended_at__isnull=True)
        .values_list("said", flat=True)
    )
    return frozenset(named) if said else frozenset()


def _lately(member: Member, replaces: Post | None) -> list[str]:
    """What the member posted within a day, the newest first."""
    posts = Post.objects.filter(author=member, written_at__gt=moment() - DAY).exclude(state=Post.State.TAKEN_BACK)
    if replaces is not None:
        posts = posts.exclude(pk=replaces.pk)
    return list(posts.order_by("-written_at").values_list("body", flat=True)[:LATELY])
