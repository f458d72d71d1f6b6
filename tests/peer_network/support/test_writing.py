"""Help with writing: the member's own consent, told to both, ended at once, shown with the post, and taken back."""

import datetime

import pytest
from django.urls import reverse

from config.today import today
from peer_network import rights_samples
from peer_network.models import Member, Post, WritingConsent
from peer_network.support.errors import SupportRefused
from peer_network.support.writing import actions, consents
from tests.peer_network.support.conftest import profile_of, told

pytestmark = pytest.mark.usefixtures("on_duty")


@pytest.fixture
def helped(member):
    return member(standing="trusted")


@pytest.fixture
def helper(supporter):
    return supporter()


@pytest.fixture
def topic(space, member):
    return rights_samples.a_topic(member(), space)


def consent(helped, helper, scope="replies", days=7):
    until = today() + datetime.timedelta(days=days)
    return consents.agree(member=helped, profile=profile_of(helper), scope=scope, until=until)


def test_member_agrees_in_their_own_account_and_both_are_told(helped, helper, signed_in):
    day = today() + datetime.timedelta(days=5)
    answer = signed_in(helped).post(
        reverse("peers:writing-agree", args=[profile_of(helper).public_id]),
        {"scope": "replies", "until-day": day.day, "until-month": day.month, "until-year": day.year, "agrees": "on"},
    )
    assert answer.status_code == 302, answer.content.decode()[:3000]
    row = WritingConsent.objects.get()
    assert (row.member, row.supporter, row.until) == (helped, helper, day)
    assert told(helped) == ["You agreed to help with writing"]
    assert told(helper) == ["A member lets you write posts down for them"]


def test_supporter_writes_it_down_the_member_hears_of_it_and_takes_it_back(helped, helper, topic, signed_in):
    row = consent(helped, helper)
    here = reverse("peers:writing-write", args=[row.public_id])
    answer = signed_in(helper).post(f"{here}?topic={topic.public_id}", {"body": "I would like that too."})
    assert answer.status_code == 302, answer.content.decode()[:3000]
    post = Post.objects.get(author=helped)
    assert (post.helped_by, post.state) == (helper, "shown")
    assert told(helped)[1:] == ["A post was written down for you"]
    client = signed_in(helped)
    assert "I would like that too." in client.get(reverse("peers:writing-post", args=[post.public_id])).content.decode()
    client.post(reverse("peers:writing-take-back", args=[post.public_id]))
    post.refresh_from_db()
    assert post.state == "taken_back"


def test_nothing_is_written_down_once_either_has_ended_it(helped, helper, topic):
    row = consent(helped, helper)
    consents.end(consent=row)
    with pytest.raises(SupportRefused, match="no longer agree"):
        actions.write_down(consent=row, topic=topic, body="Hello")
    assert not Post.objects.filter(author=helped).exists()
    assert told(helped)[-1] == told(helper)[-1] == "Help with writing has ended"


def test_consent_to_replies_begins_no_topic(helped, helper, space, signed_in):
    row = consent(helped, helper)
    with pytest.raises(SupportRefused, match="replies, and not to new topics"):
        actions.write_down(consent=row, space=space, title="New", body="Hello")
    here = reverse("peers:writing-write", args=[row.public_id])
    assert signed_in(helper).get(f"{here}?space={space.slug}").status_code == 404
    WritingConsent.objects.update(scope="topics")
    outcome = actions.write_down(consent=row, space=space, title="New", body="Hello")
    assert outcome.post is not None and outcome.post.helped_by == helper


def test_how_far_the_member_is_known_decides_whether_it_waits(member, helper, topic):
    newcomer = member(standing="new")
    outcome = actions.write_down(consent=consent(newcomer, helper), topic=topic, body="Hello everybody")
    assert outcome.post is not None and outcome.post.state == "waiting"


def test_nothing_is_written_for_somebody_who_is_paused(helped, helper, topic):
    row = consent(helped, helper)
    Member.objects.filter(pk=helped.pk).update(state="paused", state_reason="A break.")
    with pytest.raises(SupportRefused, match="can’t write just now"):
        actions.write_down(consent=row, topic=topic, body="Hello")


def test_personal_details_are_shown_back_before_they_are_posted_for_somebody(helped, helper, topic):
    row = consent(helped, helper)
    outcome = actions.write_down(consent=row, topic=topic, body="Ring 01632 960123")
    assert outcome.post is None and outcome.weighed.asks_again
    assert "A post was written down for you" not in told(helped)


def test_place_that_the_member_may_not_read_is_none_to_write_in(helped, helper, signed_in):
    row = consent(helped, helper)
    closed = rights_samples.a_topic(helper, rights_samples.a_closed_space())
    here = reverse("peers:writing-write", args=[row.public_id])
    assert signed_in(helper).get(f"{here}?topic={closed.public_id}").status_code == 404


def test_consent_lasts_a_year_at_most_and_is_given_once(helped, helper):
    with pytest.raises(SupportRefused, match="a year from now"):
        consent(helped, helper, days=400)
    consent(helped, helper)
    with pytest.raises(SupportRefused, match="agreed to this already"):
        consent(helped, helper)


def test_new_consent_follows_one_whose_day_is_over(helped, helper):
    consent(helped, helper)
    WritingConsent.objects.update(until=today() - datetime.timedelta(days=1))
    consent(helped, helper)
    assert WritingConsent.objects.filter(withdrawn_at__isnull=True).count() == 1
