"""What stays when a member goes: what others have read stays without an author, the rest goes with them."""

from collections.abc import Callable

from django.db import transaction

from peer_network.joining import errors
from peer_network.models import Member, Post, PostEdition, Topic

GONE_WORDS = "[taken away: its writer has left]"

_before: list[Callable[[Member], object]] = []


def register_before(look: Callable[[Member], object]) -> None:
    """Have something done before a member goes, in the same transaction: for parts that keep what the law asks for."""
    if look not in _before:
        _before.append(look)


@transaction.atomic
def leave(*, member: Member) -> None:
    """A member leaves by themselves. Raises JoiningRefused for one who is paused or closed.

    Leaving and joining again would be the way around what moderators decided.
    """
    if member.state != Member.State.ACTIVE:
        raise errors.JoiningRefused(
            "You can’t leave while your membership is paused or closed. You can have your data deleted: open “Your "
            "data”."
        )
    part_from(member)


def part_from(member: Member) -> tuple[int, int]:
    """Delete a member, in the caller's transaction: (posts that stay without author, posts that went).

    What is shown stays. Earlier texts go. What was never shown goes; what is hidden keeps its place without its words.
    """
    for look in _before:
        look(member)
    own = Post.objects.filter(author=member)
    PostEdition.objects.filter(post__author=member).delete()
    never_shown = own.filter(position__isnull=True)
    gone = never_shown.count()
    topics = list(Topic.objects.filter(author=member).values_list("pk", flat=True))
    never_shown.delete()
    gone += own.exclude(state=Post.State.SHOWN).update(body=GONE_WORDS, quoted_words="")
    stay = own.shown().count()
    Topic.objects.filter(pk__in=topics, posts__isnull=True).delete()
    member.delete()
    return stay, gone
