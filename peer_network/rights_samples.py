"""Who asks and what for, for rows of the rights table: a member, what they wrote, and what somebody else did."""

import uuid
from typing import Any

TAKE_PART = ("budget-holder", "carer", "peer-supporter", "moderator")
MODERATORS = ("moderator",)
FORM, POST = ("GET", "POST"), ("POST",)


def me(world: Any) -> Any:
    """The membership of whoever asks, made where there is none; None for somebody signed out."""
    return member_of(world.me) if world.me is not None else None


def somebody_else(world: Any) -> Any:
    """A member who never asks themselves."""
    return member_of(world.people["no role"])


def member_of(user: Any) -> Any:
    """The person's membership, with the rules accepted and some standing."""
    from peer_network.joining import actions
    from peer_network.models import Member

    found = Member.objects.filter(user=user).first()
    if found is None:
        found = actions.join(display_name=f"Robin {_spelt(user.pk)}", is_adult=True, by=user)
        Member.objects.filter(pk=found.pk).update(standing=Member.Standing.KNOWN)
        found.refresh_from_db()
    return found


def _spelt(number: int) -> str:
    """A number in syllables: names with digits look alike sooner (`joining.names`)."""
    return "".join(["ba", "ce", "di", "fo", "gu", "he", "ju", "ka", "lo", "mu"][int(digit)] for digit in str(number))


def joined(world: Any) -> dict[str, Any]:
    """For an address without arguments: whoever asks is a member."""
    me(world)
    return {}


def a_space(**facts: Any) -> Any:
    """A space for everybody, or the one with this slug."""
    from peer_network.models import Space

    slug = facts.pop("slug", "rights-table")
    usual = {"kind": "network", "title": "Tea room", "about": "For anything at all"}
    return Space.objects.get_or_create(slug=slug, defaults={**usual, **facts})[0]


def a_closed_space() -> Any:
    """A space into which members ask to come."""
    return a_space(slug="rights-table-by-request", title="Quiet room", entry="by_request")


def a_topic(author: Any, space: Any = None) -> Any:
    """A topic with one post that is shown."""
    from peer_network.models import Topic

    topic = Topic.objects.create(space=space or a_space(), author=author, title="A cup of tea")
    a_post(author, topic)
    return topic


def a_post(author: Any, topic: Any = None) -> Any:
    """A post that is shown."""
    from peer_network.forum import showing
    from peer_network.models import Post, PostEdition

    topic = topic or a_topic(author)
    post = Post.objects.create(topic=topic, author=author, body="Hello")
    PostEdition.objects.create(post=post, number=1, body=post.body)
    return showing.show(post)


def own_post(world: Any) -> dict[str, Any]:
    """A post of whoever asks."""
    return {"public_id": a_post(me(world)).public_id}


def post_of_another(world: Any) -> dict[str, Any]:
    """A post that whoever asks may read."""
    me(world)
    return {"public_id": a_post(somebody_else(world)).public_id}


def topic(world: Any) -> dict[str, Any]:
    """A topic of another, which whoever asks may read."""
    me(world)
    return {"public_id": a_topic(somebody_else(world)).public_id}


def unreadable_topic(world: Any) -> dict[str, Any]:
    """A topic that whoever asks can't read: nothing of it is shown yet, or it's of a space they aren't in."""
    from peer_network.models import Topic

    me(world)
    author = somebody_else(world)
    return {"public_id": Topic.objects.create(space=a_closed_space(), author=author, title="Tea").public_id}


def unreadable_post(world: Any) -> dict[str, Any]:
    """A post of another that is out of sight."""
    from peer_network.forum import showing

    me(world)
    return {"public_id": showing.hide(a_post(somebody_else(world))).public_id}


def unknown(world: Any) -> dict[str, Any]:
    """Nothing that there is."""
    me(world)
    return {"public_id": uuid.uuid4()}


def another_member(world: Any) -> dict[str, Any]:
    """Somebody else who takes part."""
    me(world)
    return {"public_id": somebody_else(world).public_id}


def space(world: Any) -> dict[str, Any]:
    """A space for everybody."""
    me(world)
    return {"slug": a_space().slug}


def space_by_request(world: Any) -> dict[str, Any]:
    """A space into which members ask to come."""
    me(world)
    return {"slug": a_closed_space().slug}


def unknown_space(world: Any) -> dict[str, Any]:
    """No space at all."""
    me(world)
    return {"slug": "nothing-here"}
