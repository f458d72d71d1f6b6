"""Appeals: once, in the member's own words, decided by another moderator; upheld, the decision is taken back."""

import pytest
from django.db import IntegrityError, connection, transaction

from peer_network.models import Act, Appeal, Member, Post, QueueItem
from peer_network.moderation import appeals, claims
from peer_network.moderation.errors import AppealedAlready, NeedsAnother, NotAppealable
from tests.peer_network.moderation.conftest import decide


def appealed(act):
    member = Member.objects.get(public_id=act.about)
    appeals.appeal(act=act, member=member, words="I only asked a question.")
    return QueueItem.objects.get(kind="appeal")


def answer(item, by, *, is_upheld=True):
    claims.claim(item=item, by=by)
    return appeals.decide(item=item, is_upheld=is_upheld, answer="We looked again.", by=by)


def test_upheld_appeal_shows_the_post_again(post, item_about, moderator, person):
    about = post()
    item = appealed(decide(item_about(about, kind="report"), "remove", moderator))
    other = person("moderator")

    made = answer(item, other)

    assert Post.objects.get(pk=about.pk).state == "shown"
    assert (made.outcome, made.decided_by) == ("upheld", other)
    undone = Act.objects.get(kind="restore")
    assert (undone.undoes, undone.by, undone.reason) == (made.act, other, "appeal")


def test_refused_appeal_leaves_it(post, item_about, moderator, person):
    about = post()
    item = appealed(decide(item_about(about, kind="report"), "remove", moderator))
    answer(item, person("moderator"), is_upheld=False)
    assert Post.objects.get(pk=about.pk).state == "removed"
    item.refresh_from_db()
    assert item.outcome == "refused"


@pytest.mark.parametrize(("kind", "state"), [("pause", "paused"), ("close", "closed")])
def test_upheld_appeal_lets_the_member_in_again(item_about, moderator, person, kind, state):
    item = item_about()
    act = decide(item, "pause" if kind == "pause" else "closing", moderator, days=5)
    if kind == "close":
        act = decide(QueueItem.objects.get(kind="closing"), "close", person("moderator"))
    member = Member.objects.get(pk=item.about_id)
    assert member.state == state

    answer(appealed(act), person("moderator"))

    member.refresh_from_db()
    assert member.state == "active"


def test_whoever_acted_cannot_decide_the_appeal(item_about, moderator, person):
    item, second = item_about(), person("moderator")
    decide(item, "closing", moderator)
    closed = decide(QueueItem.objects.get(kind="closing"), "close", second)
    waiting = appealed(closed)

    for who in (moderator, second):
        with pytest.raises(NeedsAnother):
            claims.claim(item=waiting, by=who)
        sql = "UPDATE peer_network_appeal SET outcome = 'refused', decided_at = now(), decided_by_id = %s"
        with pytest.raises(IntegrityError, match="decided by another"), transaction.atomic():
            connection.cursor().execute(sql, [who.pk])
    answer(waiting, person("moderator"), is_upheld=False)


def test_member_appeals_once_and_only_what_concerns_them(item_about, moderator, member):
    act = decide(item_about(), "warn", moderator)
    with pytest.raises(NotAppealable):
        appeals.appeal(act=act, member=member(), words="Me too")
    appealed(act)
    with pytest.raises(AppealedAlready):
        appeals.appeal(act=act, member=Member.objects.get(public_id=act.about), words="Again")
    assert Appeal.objects.count() == 1
