"""A space, a topic with posts of every look, and one's own posts, for the browser."""

from typing import Any


def make() -> dict[str, str]:
    """The carer is a member; a supporter answers them with a quote; a post waits, one is hidden, one is taken away."""
    from django.urls import reverse

    from accounts.models import User
    from config.today import sample_day, today
    from peer_network import rights_samples as samples
    from peer_network.forum import marking, posting, showing
    from peer_network.models import Member, Post, PostEdition, SpaceEntry

    carer, supporter, holder = (
        samples.member_of(User.objects.get(email=f"{who}@demo.example"))
        for who in ("carer", "peer-supporter", "budget-holder")
    )
    space, quiet = samples.a_space(title="Tea room"), samples.a_closed_space()
    with sample_day(today()):
        first = posting.begin_topic(space=space, title="Tea or coffee?", body="I like tea.\n\nAnd you?", by=holder).post
        topic = first.topic
        own = _say(topic, carer, "See https://example.org/coffee for more.")
        _say(topic, supporter, "Both.", quotes=own, quoted_words="See https://example.org/coffee")
        hidden = _say(topic, holder, "Out of sight")
        waiting = Post.objects.create(topic=topic, author=carer, body="This waits")
        PostEdition.objects.create(post=waiting, number=1, body=waiting.body)
        showing.hide(hidden)
        marking.switch(post=first, member=carer, kind="thanks")
        marking.follow(member=carer, space=space)
        marking.block(member=carer, other=samples.member_of(User.objects.get(email="moderator@demo.example")))
    SpaceEntry.objects.get_or_create(space=quiet, member=Member.objects.get(pk=holder.pk), state="refused")
    return {
        "peers-space": reverse("peers:space", args=[space.slug]),
        "peers-quiet": reverse("peers:space", args=[quiet.slug]),
        "peers-topic": reverse("peers:topic", args=[topic.public_id]),
        "peers-quote": f"{reverse('peers:reply', args=[topic.public_id])}?quote={first.public_id}",
        "peers-own-post": reverse("peers:post-kept", args=[own.public_id]),
        "peers-waiting-post": reverse("peers:post-kept", args=[waiting.public_id]),
        "peers-member": reverse("peers:member", args=[supporter.public_id]),
    }


def _say(topic: Any, by: Any, words: str, **quote: Any) -> Any:
    from peer_network.forum import posting

    return posting.reply(topic=topic, body=words, by=by, **quote).post
