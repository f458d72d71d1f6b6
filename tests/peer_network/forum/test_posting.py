"""What becomes of what a member writes. The checks are tried elsewhere; here what follows from what they find."""

import datetime

import pytest
from django.utils import timezone

from peer_network.forum import errors, posting, publishing, showing, subject
from peer_network.models import Following, Post, PostEdition, QueueItem, Topic
from peer_network.moderation import subjects

State = Post.State
pytestmark = pytest.mark.usefixtures("on_duty")


def begin(space, by, **facts):
    return posting.begin_topic(space=space, title="Tea", body="I like tea", by=by, **facts)


def waiting():
    return list(QueueItem.objects.filter(closed_at__isnull=True).values_list("kind", "urgency").order_by("pk"))


def test_a_known_members_topic_is_shown_at_once_and_its_writer_follows_it(member, space):
    ann = member()
    post = begin(space, ann).post
    assert (post.state, post.position) == (State.SHOWN, 1)
    topic = Topic.objects.get()
    assert (topic.shown_posts, topic.last_shown_at) == (1, post.shown_at)
    assert PostEdition.objects.get().title == "Tea"
    assert Following.objects.get().topic == topic
    space.refresh_from_db()
    assert space.shown_topics == 1
    assert waiting() == []


def test_a_new_members_post_waits_and_takes_its_place_when_it_is_shown(member, space):
    topic = begin(space, member()).post.topic
    outcome = posting.reply(topic=topic, body="Hello", by=member(standing="new"))
    assert "a moderator reads it before" in outcome.weighed.told
    assert (outcome.post.state, outcome.post.position) == (State.WAITING, None)
    assert waiting() == [("first_posts", 2)]
    later = posting.reply(topic=topic, body="Me too", by=member()).post
    assert subjects.of_kind("post").show(subject.find(outcome.post.public_id)).position == later.position + 1 == 3


def test_a_topic_whose_first_post_is_hidden_shows_its_title_no_longer(member, space):
    ann = member()
    post = begin(space, ann).post
    posting.reply(topic=post.topic, body="Hello", by=member())
    showing.hide(post)
    topic = Topic.objects.get()
    assert (topic.heading, topic.shown_posts) == ("The first post was taken away", 1)
    publishing.publish(post)
    assert Topic.objects.get().heading == "Tea"


def test_a_space_counts_the_topics_that_members_see(member, space):
    post = begin(space, member()).post
    for _ in range(2):
        showing.hide(post)
    space.refresh_from_db()
    assert space.shown_topics == 0


def test_an_edit_keeps_every_text(member, space):
    ann = member()
    post = begin(space, ann).post
    posting.edit(post=post, title="Coffee", body="I like coffee", by=ann)
    editions = list(PostEdition.objects.values_list("number", "title", "body"))
    assert editions == [(1, "Tea", "I like tea"), (2, "Coffee", "I like coffee")]
    assert Topic.objects.get().title == "Coffee"
    post.refresh_from_db()
    assert (post.body, post.state, post.edited_at is not None) == ("I like coffee", State.SHOWN, True)


def test_a_new_members_change_of_a_shown_post_is_out_of_sight_until_it_is_read(member, space):
    new = member(standing="new")
    post = begin(space, new).post
    publishing.publish(post)
    QueueItem.objects.all().delete()
    changed = posting.edit(post=post, body="Something else", by=new).post
    changed.refresh_from_db()
    assert (changed.state, changed.position) == (State.HIDDEN, 1)
    assert waiting() == [("first_posts", 2)]


def test_a_change_that_was_asked_for_goes_back_to_the_moderators(member, space):
    ann = member()
    post = begin(space, ann).post
    showing.hide(post, State.CHANGE_ASKED)
    posting.edit(post=post, body="Without the name", by=ann)
    post.refresh_from_db()
    assert post.state == State.CHANGE_ASKED
    assert waiting() == [("changed", 2)]


@pytest.mark.parametrize("state", [State.HIDDEN, State.REMOVED, State.TAKEN_BACK])
def test_what_is_out_of_sight_is_not_changed(member, space, state):
    ann = member()
    post = begin(space, ann).post
    showing.hide(post, state)
    with pytest.raises(errors.NotChangeable):
        posting.edit(post=post, body="Other words", by=ann)


def test_nobody_changes_or_takes_back_what_another_wrote(member, space):
    post = begin(space, member()).post
    with pytest.raises(errors.NotChangeable):
        posting.edit(post=post, body="Other words", by=member())
    with pytest.raises(errors.NotChangeable):
        posting.take_back(post=post, by=member())


def test_what_is_taken_back_keeps_its_place_and_stays_away(member, space):
    ann = member()
    post = begin(space, ann).post
    posting.reply(topic=post.topic, body="Hello", by=member())
    posting.take_back(post=post, by=ann)
    publishing.publish(Post.objects.get(pk=post.pk))
    post.refresh_from_db()
    assert (post.state, post.position) == (State.TAKEN_BACK, 1)
    assert Topic.objects.get().shown_posts == 1


def test_taking_back_a_first_post_takes_it_off_the_queue_but_not_a_report(member, space):
    new = member(standing="new")
    post = begin(space, new).post
    posting.put_before_moderators(kind="report", subject_kind="post", subject_id=post.public_id, about=new)
    posting.take_back(post=post, by=new)
    assert waiting() == [("report", 2)]


@pytest.mark.parametrize(("standing", "limit"), [("new", 5), ("known", 20), ("trusted", 30)])
def test_an_hour_has_as_many_posts_as_a_member_is_known(member, space, standing, limit):
    ann = member(standing=standing)
    topic = Topic.objects.create(space=space, author=ann, title="Tea")
    Post.objects.bulk_create(Post(topic=topic, author=ann, body="x") for _ in range(limit - 1))
    posting.reply(topic=topic, body="The last one", by=ann)
    with pytest.raises(errors.TooManyPosts, match=f"written {limit} times"):
        posting.reply(topic=topic, body="One more", by=ann)
    Post.objects.update(written_at=timezone.now() - datetime.timedelta(minutes=61))
    assert posting.reply(topic=topic, body="One more", by=ann).post


def test_closed_topics_and_spaces_take_no_posts(member, space):
    ann = member()
    topic = begin(space, ann).post.topic
    topic.closed_at = timezone.now()
    with pytest.raises(errors.SpaceClosed, match="This topic is closed"):
        posting.reply(topic=topic, body="Hello", by=ann)
    space.closed_at = timezone.now()
    with pytest.raises(errors.SpaceClosed, match="This space is closed"):
        begin(space, ann)


def test_a_quote_is_cut_and_goes_nowhere_without_its_post(member, space):
    post = begin(space, member()).post
    quoting = posting.reply(topic=post.topic, body="Yes", by=member(), quotes=post, quoted_words="x" * 600).post
    assert len(quoting.quoted_words) == 500
    assert posting.reply(topic=post.topic, body="Yes", by=member(), quoted_words="made up").post.quoted_words == ""


def test_moderators_read_a_post_with_its_topic_and_what_it_quotes(member, space):
    first = begin(space, member()).post
    post = posting.reply(topic=first.topic, body="Yes", by=member(), quotes=first, quoted_words="I like").post
    assert subject.words(post) == [("Topic", "Tea"), ("It quotes", "I like"), ("What it says", "Yes")]
    assert subject.address(post) == f"/peers/topics/{first.topic.public_id}/?page=1#post-2"
