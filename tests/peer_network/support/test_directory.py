"""The directory of peer supporters: who is in it, by what it is narrowed, and what it never says."""

import pytest
from django.urls import reverse

from peer_network.models import Block, Member, QueueItem, SupporterProfile
from peer_network.support import listings
from peer_network.support.errors import SupportRefused
from peer_network.support.supporters import actions, queries
from tests.peer_network.support.conftest import PROFILE, profile_of


def names(reader, **chosen):
    return [row.member.display_name for row in queries.narrowed(queries.listed_for(reader), chosen)]


def test_profile_is_shown_after_a_moderator_and_waits_again_once_changed(member, kernow):
    reader, helper = member(), member("peer-supporter", area=kernow)
    row = actions.write(member=helper, values=PROFILE)
    assert names(reader) == []
    item = QueueItem.objects.get(subject_id=row.public_id)
    assert (item.kind, item.subject_kind, item.about) == ("profile", "profile", helper)
    listings.show(row)
    assert names(reader) == [helper.display_name]
    actions.write(member=helper, values=PROFILE | {"about": "Something else"})
    assert names(reader) == []


def test_switching_oneself_off_needs_no_moderator(member, supporter):
    reader, helper = member(), supporter()
    actions.switch(member=helper, is_listed=False, takes_new=False)
    assert names(reader) == []
    actions.switch(member=helper, is_listed=True, takes_new=False)
    assert names(reader) == [helper.display_name]
    assert names(reader, taking="1") == []


def test_directory_is_narrowed_by_group_and_by_lived_experience(member, supporter):
    reader = member()
    one = supporter(groups=["mental_health"], experience=["employing"])
    supporter(groups=["multiple_ltc"])
    assert names(reader, group="mental_health") == [one.display_name]
    assert names(reader, experience="employing") == [one.display_name]
    assert names(reader, group="multiple_ltc", experience="employing") == []


def test_somebody_who_is_a_peer_supporter_no_longer_leaves_the_directory(member, supporter):
    from tenants.memberships import end

    reader, helper = member(), supporter()
    end(membership=helper.user.memberships.get(), by=None)
    assert names(reader) == []


def test_closed_or_blocked_members_are_not_listed_and_whoever_blocked_me_is(member, supporter):
    reader, closed, blocked, blocking = member(), supporter(), supporter(), supporter()
    Member.objects.filter(pk=closed.pk).update(state="closed", state_reason="x")
    Block.objects.create(member=reader, blocked=blocked)
    Block.objects.create(member=blocking, blocked=reader)
    assert names(reader) == [blocking.display_name]


def test_page_of_a_supporter_says_no_name_place_or_area(member, supporter, signed_in, kernow):
    reader, helper = member(), supporter(experience=["caring_child"])
    page = signed_in(reader).get(reverse("peers:supporter", args=[profile_of(helper).public_id])).content.decode()
    assert "I care for a child" in page
    for secret in (helper.user.name, helper.user.email, kernow.name, "Kernow", str(helper.user.public_id)):
        assert secret not in page


def test_only_peer_supporters_write_a_profile(member, signed_in):
    assert signed_in(member("carer")).get(reverse("peers:profile")).status_code == 403


def test_words_with_a_telephone_number_are_shown_back_and_may_go_on(member, kernow, signed_in):
    helper = member("peer-supporter", area=kernow)
    client, here = signed_in(helper), reverse("peers:profile")
    words = {"about": "Ring me on 01632 960123", "can_help": "Plans"}
    answer = client.post(here, words)
    assert answer.status_code == 422
    assert "01632 960123" in answer.content.decode()
    assert not SupporterProfile.objects.exists()
    assert client.post(here, words | {"as-it-is": "1"}).status_code == 302
    assert QueueItem.objects.get().found[0]["kind"] == "phone"


def test_profile_that_a_moderator_removed_is_not_sent_again(member, supporter):
    helper = supporter()
    listings.remove(profile_of(helper))
    with pytest.raises(SupportRefused, match="second moderator"):
        actions.write(member=helper, values=PROFILE)


def test_queries_of_the_directory_do_not_grow_with_it(member, supporter, signed_in, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    reader = member()
    client, here = signed_in(reader), reverse("peers:supporters")
    supporter()
    client.get(here)
    with CaptureQueriesContext(connection) as few:
        client.get(here)
    for _ in range(4):
        supporter()
    with CaptureQueriesContext(connection) as more:
        client.get(here)
    assert len(more) == len(few)
