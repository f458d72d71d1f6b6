"""While nobody is on duty: three reports hide, five pause, and new accounts and visitors count for nothing."""

import pytest

from notify.models import Notification
from peer_network.models import Act, Member, Post, QueueItem
from peer_network.moderation import night
from tests.peer_network.moderation.conftest import decide, report


def state_of(post):
    return Post.objects.get(pk=post.pk).state


def test_third_report_hides_a_post_until_somebody_looks(post, old_member, moderator):
    about = post()
    for number in (1, 2, 3):
        report(about, old_member())
        assert state_of(about) == ("hidden" if number == 3 else "shown")

    act, item = Act.objects.get(), QueueItem.objects.get()
    assert (act.kind, act.by, act.reason) == ("hide", None, "night")
    assert item.urgency == 1
    told = Notification.objects.get(to=about.author.user, kind__startswith="peers")
    assert told.title == "Your post is out of sight for now"
    assert "doesn’t mean that you did anything wrong" in act.letter.words
    decide(item, "restore", moderator, reason="kind")
    assert state_of(about) == "shown"


def test_reports_hide_nothing_while_a_moderator_is_on_duty(on_duty, post, old_member):
    about = post()
    for _ in range(6):
        report(about, old_member())
    assert state_of(about) == "shown"
    assert not Act.objects.exists()


@pytest.mark.parametrize("standing", ["known", "trusted"])
def test_new_accounts_and_visitors_hide_no_post_by_any_number(post, member, old_member, standing):
    about = post(old_member(standing=standing))
    for _ in range(10):
        report(about, old_member(standing="new"))
        report(about, member(standing="known"))  # joined today
        report(about, None)
    report(about, old_member())
    report(about, old_member())
    assert state_of(about) == "shown"
    report(about, old_member())
    assert state_of(about) == "hidden"


def test_paused_member_and_the_author_count_for_nothing(post, old_member):
    author = old_member()
    about = post(author)
    paused = old_member()
    Member.objects.filter(pk=paused.pk).update(state="paused", state_reason="A break")
    for by in (author, paused, old_member(), old_member()):
        report(about, by)
    assert state_of(about) == "shown"


def test_five_members_who_report_somebody_pause_them(post, old_member, moderator):
    author = old_member()
    reporters = [old_member() for _ in range(5)]
    for by in reporters:
        report(post(author), by)
    author.refresh_from_db()
    assert (author.state, author.paused_until) == ("paused", None)
    item = QueueItem.objects.get(subject_kind="member")
    assert (item.urgency, item.about) == (1, author)

    decide(item, "unpause", moderator, reason="kind")
    author.refresh_from_db()
    assert author.state == "active"


def test_one_member_who_reports_five_posts_pauses_nobody(post, old_member):
    author, by = old_member(), old_member()
    for _ in range(6):
        report(post(author), by)
    author.refresh_from_db()
    assert author.state == "active"


def test_reports_of_the_evening_count_when_the_moderators_go_home(post, old_member, on_duty):
    from peer_network.models import DutyShift

    about = post()
    for _ in range(3):
        report(about, old_member())
    assert night.look_at_all() == []
    DutyShift.objects.all().delete()
    assert [act.kind for act in night.look_at_all()] == ["hide"]
    assert night.look_at_all() == []
