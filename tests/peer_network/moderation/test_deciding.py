"""What moderators decide: its effect, its words, the audit; and what the database refuses whoever asks."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from audit.models import AuditRow
from notify import envelopes
from notify.models import Notification
from peer_network.models import Act, ItemStep, Letter, Member, Post, QueueItem
from peer_network.moderation import claims, deciding, standing
from peer_network.moderation.errors import ClaimedByAnother, Decided, ModerationRefused, NeedsAnother, NotClaimed
from tests.peer_network.moderation.conftest import decide


def test_approved_post_is_shown_and_its_item_closed(item_about, moderator):
    item = item_about()

    act = decide(item, "show", moderator, reason="kind", words="Welcome.")

    item.refresh_from_db()
    assert Post.objects.get(public_id=item.subject_id).state == "shown"
    assert (item.outcome, item.closed_by) == ("show", moderator)
    assert (act.letter.words, act.by, act.about) == ("Welcome.", moderator, item.about.public_id)


def test_decision_is_in_the_audit_by_number_without_a_name_or_a_word(item_about, moderator):
    item = item_about()
    decide(item, "remove", moderator, words="Dear Blackbird, this was unkind.", note="Third time")

    row = AuditRow.objects.get(action="peers_moderation.decide")
    assert row.by == moderator
    assert row.detail == {"kind": "remove", "reason": "unkind", "thing": "post"}
    assert "Blackbird" not in f"{row.object_words}{row.detail}{row.object_id}"
    assert row.object_words == f"Decision {Act.objects.get().pk}"


def test_author_is_told_and_the_mail_says_nothing_of_it(item_about, moderator):
    item = item_about()
    decide(item, "remove", moderator, words="It named somebody.")

    notice = Notification.objects.get(to=item.about.user, kind="peers-decisions")
    assert notice.title == "Your post was removed"
    assert notice.url == f"/peers/decisions/{Act.objects.get().public_id}/"
    mail = envelopes.message_of(notice.mail)
    assert "There is news for you in the network." in mail.body
    assert "removed" not in mail.subject + mail.body
    assert "peers" not in mail.body


def test_only_whoever_took_it_up_decides_and_only_once(item_about, moderator, person):
    item = item_about()
    with pytest.raises(NotClaimed):
        deciding.decide(item=item, kind="show", reason="kind", by=moderator)
    claims.claim(item=item, by=moderator)
    with pytest.raises(ClaimedByAnother):
        claims.claim(item=item, by=person("moderator"))
    deciding.decide(item=item, kind="show", reason="kind", by=moderator)
    with pytest.raises(Decided):
        deciding.decide(item=item, kind="remove", reason="unkind", by=moderator)
    with pytest.raises(Decided):
        claims.claim(item=item, by=moderator)


def test_one_moderator_takes_up_all_that_waits_about_a_post(item_about, moderator):
    first = item_about()
    post = Post.objects.get(public_id=first.subject_id)
    second = item_about(post, kind="crisis", is_urgent=True)

    decide(second, "show", moderator, reason="kind")

    first.refresh_from_db()
    assert (first.claimed_by, first.outcome) == (moderator, "show")


def test_claim_lapses_after_half_an_hour_in_which_nobody_was_at_it(item_about, moderator, person, time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 23, 10, tzinfo=datetime.UTC), tick=False)
    item = item_about(kind="crisis", is_urgent=True)
    claims.claim(item=item, by=moderator)
    time_machine.shift(20 * 60)
    claims.keep(item=item, by=moderator)
    time_machine.shift(29 * 60)
    assert claims.lapse() == 0
    time_machine.shift(60)
    assert claims.lapse() == 1
    item.refresh_from_db()
    assert (item.claimed_by, item.paged_at) == (None, None)
    assert item.first_claimed_at is not None
    claims.claim(item=item, by=person("moderator"))


def test_item_is_taken_over_with_a_reason_and_put_back(item_about, moderator, person):
    item, other = item_about(), person("moderator")
    claims.claim(item=item, by=moderator)

    claims.take_over(item=item, reason="She has gone home", by=other)

    item.refresh_from_db()
    assert item.claimed_by == other
    assert ItemStep.objects.get(kind="taken_over").words == "She has gone home"
    assert AuditRow.objects.filter(action="peers_queue.take_over", by=other).exists()
    claims.release(item=item, by=moderator)
    item.refresh_from_db()
    assert item.claimed_by == other
    claims.release(item=item, by=other)
    item.refresh_from_db()
    assert item.claimed_by is None


def test_nobody_decides_about_themselves(item_about, post, person, member):
    from peer_network.joining import actions as joining

    moderator = person("moderator")
    own = joining.join(display_name="Night Owl", is_adult=True, by=moderator)
    item = item_about(post(own, waits=True))

    with pytest.raises(NeedsAnother):
        claims.claim(item=item, by=moderator)


def test_paused_member_reads_and_writes_again_after_the_days(item_about, moderator):
    item = item_about()
    with pytest.raises(ModerationRefused, match="for how many days"):
        decide(item, "pause", moderator)

    act = decide(item, "pause", moderator, days=3)

    member = Member.objects.get(pk=item.about_id)
    assert (member.state, member.paused_until) == ("paused", act.until)
    assert member.state_reason.startswith("Why: Unkind words about a person or a group. You can write again on ")
    item.refresh_from_db()
    assert item.closed_at is None  # the post itself still waits
    Member.objects.filter(pk=member.pk).update(paused_until=timezone.now() - datetime.timedelta(hours=1))
    standing.nightly()
    member.refresh_from_db()
    assert (member.state, member.state_reason) == ("active", "")


def test_account_is_closed_by_a_second_moderator(item_about, moderator, person):
    item = item_about()
    proposal = decide(item, "closing", moderator, reason="again", note="Warned three times")
    closing = QueueItem.objects.get(kind="closing")
    assert closing.subject_id == proposal.public_id

    with pytest.raises(NeedsAnother):
        claims.claim(item=closing, by=moderator)
    member = Member.objects.get(pk=item.about_id)
    assert member.state == "active"

    decide(closing, "close", person("moderator"), reason="again", words="We are sorry.")
    member.refresh_from_db()
    assert (member.state, member.state_reason) == ("closed", "Why: It happened again after a warning.")


def raw_act(kind, by, about, seconds=None):
    """A row past all of our code."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO peer_network_act (public_id, kind, reason, subject_kind, subject_id, about, by_id, at, "
            "seconds_id, is_sample) VALUES (gen_random_uuid(), %s, 'again', 'member', %s, %s, %s, now(), %s, false)",
            [kind, about.public_id, about.public_id, by.pk, seconds and seconds.pk],
        )


def test_database_refuses_that_one_moderator_closes_an_account_alone(item_about, moderator, person, member):
    item, somebody = item_about(), member()
    proposal = decide(item, "closing", moderator, reason="again")
    member_of_it = Member.objects.get(pk=item.about_id)

    with pytest.raises(IntegrityError, match="can not decide it as well"), transaction.atomic():
        raw_act("close", moderator, member_of_it, proposal)
    with pytest.raises(IntegrityError, match="after another moderator proposed it"), transaction.atomic():
        raw_act("close", person("moderator"), somebody, proposal)
    with pytest.raises(IntegrityError, match="after another moderator proposed it"), transaction.atomic():
        raw_act("close", person("moderator"), member_of_it)
    raw_act("close", person("moderator"), member_of_it, proposal)


@pytest.mark.parametrize("sql", ["UPDATE peer_network_act SET kind = 'show'", "DELETE FROM peer_network_act"])
def test_database_refuses_to_change_or_forget_a_decision(item_about, moderator, sql):
    decide(item_about(), "remove", moderator)
    with pytest.raises(IntegrityError, match="never changed or removed"), transaction.atomic():
        connection.cursor().execute(sql)


def test_new_member_is_known_after_three_approved_posts(member, post, item_about, moderator):
    author = member(standing="new")
    for number in (1, 2, 3):
        decide(item_about(post(author, waits=True)), "show", moderator, reason="kind")
        author.refresh_from_db()
        assert author.standing == ("known" if number == 3 else "new")
    assert Letter.objects.count() == 0


def test_known_member_is_trusted_from_twenty_posts_and_thirty_days(old_member, member, post, item_about, moderator):
    trusted, one_short, recent, warned = old_member(), old_member(), member(), old_member()
    for author, posts in ((trusted, 20), (one_short, 19), (recent, 20), (warned, 20)):
        for _ in range(posts):
            post(author)
    decide(item_about(post(warned), kind="report"), "warn", moderator)

    assert standing.nightly() == 1
    found = {each.pk: Member.objects.get(pk=each.pk).standing for each in (trusted, one_short, recent, warned)}
    assert list(found.values()) == ["trusted", "known", "known", "known"]
