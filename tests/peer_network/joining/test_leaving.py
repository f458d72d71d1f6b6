"""What stays when a member goes."""

import pytest

from peer_network.forum import showing
from peer_network.joining import leaving
from peer_network.joining.errors import JoiningRefused
from peer_network.models import Member, Post, PostEdition, Topic


def test_posts_that_others_read_stay_without_an_author(member, space):
    going, other = member(), member()
    topic = Topic.objects.create(space=space, author=going, title="Tea")
    for author in (going, other, going, going):
        post = Post.objects.create(topic=topic, author=author, body="Some words")
        PostEdition.objects.create(post=post, number=1, body="Some words")
    read, answer, hidden, _ = Post.objects.order_by("pk")
    for post in (read, answer, hidden):
        showing.show(post)
    showing.hide(hidden)
    Topic.objects.create(space=space, author=going, title="Nothing was shown")

    leaving.leave(member=going)

    left = list(Post.objects.order_by("pk").values_list("position", "author", "body"))
    assert left == [(1, None, "Some words"), (2, other.pk, "Some words"), (3, None, leaving.GONE_WORDS)]
    assert [each.post_id for each in PostEdition.objects.all()] == [answer.pk]
    assert list(Topic.objects.values_list("title", "author")) == [("Tea", None)]
    assert list(Member.objects.all()) == [other]


@pytest.mark.parametrize("state", ["paused", "closed"])
def test_leaving_is_no_way_around_what_moderators_decided(member, state):
    with pytest.raises(JoiningRefused, match="paused or closed"):
        leaving.leave(member=member(state=state, state_reason="Unkind words"))
