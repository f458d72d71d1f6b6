"""Words of posts that are gone for good are kept for a year, and as long as somebody has to read them."""

import datetime

import pytest

from data_rights import retention
from peer_network.forum import posting, publishing, showing
from peer_network.forum.subject import POST
from peer_network.models import Appeal, Case, Post, PostEdition, Topic
from peer_network.moderation import claims, deciding
from peer_network.moderation.opening import put_before_moderators
from peer_network.needed import needed
from peer_network.safeguarding import actions as safeguarding

pytestmark = pytest.mark.django_db
YEAR = datetime.timedelta(days=366)


@pytest.fixture(autouse=True)
def staffed(monkeypatch):
    """Posting is open: what closes it has tests of its own."""
    monkeypatch.setattr("peer_network.forum.weighing.closed_words", lambda: "")


@pytest.fixture
def talk(space, member):
    """(the first post, with its title; a reply that quotes it)."""
    first = posting.begin_topic(space=space, title="Tea", body="I like tea", by=member()).post
    reply = posting.reply(topic=first.topic, body="So do I", by=member(), quotes=first, quoted_words="I like tea").post
    return first, reply


def rule():
    return next(each for each in retention.rules() if each.key == "peers-posts-gone")


def carry_out(post, days: int = 1) -> int:
    """The rule, so many days after the post's year is over."""
    post.refresh_from_db()
    return rule().delete(post.gone_at + datetime.timedelta(days=days))


def test_words_of_a_post_that_was_taken_back_go_with_editions_title_and_quotes(talk):
    first, reply = talk
    posting.take_back(post=first, by=first.author)
    assert carry_out(first, days=-1) == 0
    assert carry_out(first) == 1

    first.refresh_from_db()
    reply.refresh_from_db()
    assert (first.body, first.state, first.position) == ("", "taken_back", 1)
    assert (reply.body, reply.quoted_words) == ("So do I", "")
    assert list(PostEdition.objects.values_list("post", flat=True)) == [reply.pk]
    assert Topic.objects.get().title == "The first post was taken away"
    assert carry_out(first) == 0


def test_a_year_is_counted_from_when_it_went(talk):
    first, _ = talk
    showing.hide(first)
    assert Post.objects.get(pk=first.pk).gone_at is None  # hidden is not gone
    showing.hide(first, Post.State.REMOVED)
    went = Post.objects.get(pk=first.pk).gone_at
    now = went + datetime.timedelta(days=366)
    assert went is not None and rule().before(now) == went
    showing.show(first)
    assert Post.objects.get(pk=first.pk).gone_at is None


def test_what_an_open_report_an_appeal_or_a_case_is_about_stays(talk, person, member):
    first, reply = talk
    moderator = person("moderator")
    item = put_before_moderators(kind="report", subject_kind="post", subject_id=first.public_id, about=first.author)
    claims.claim(item=item, by=moderator)
    posting.take_back(post=first, by=first.author)
    assert carry_out(first) == 0  # the report is open

    act = deciding.decide(item=item, kind="remove", reason="unkind", words="It hurts.", by=moderator)
    appeal = Appeal.objects.create(act=act, member=first.author, words="It was meant kindly.")
    assert carry_out(first) == 0  # the appeal isn't decided
    Appeal.objects.filter(pk=appeal.pk).delete()

    case = safeguarding.open_case(
        origin="moderator",
        words="Worried",
        urgency=2,
        by=moderator,
        about=first.author,
        subject=("post", first.public_id),
    )
    assert carry_out(first) == 0  # the case is open
    assert needed(POST.kind, [first.public_id, reply.public_id]) == {first.public_id}
    Case.objects.filter(pk=case.pk).update(state="closed", outcome="advice", closed_at=case.opened_at)
    assert carry_out(first) == 1


def test_a_post_without_its_words_is_not_shown_again_and_says_so(talk):
    first, _ = talk
    showing.hide(first, Post.State.REMOVED)
    assert carry_out(first) == 1
    assert publishing.publish(POST.find(first.public_id)).state == "removed"
    assert ("What it says", "(These words are no longer kept.)") in POST.words(POST.find(first.public_id))
