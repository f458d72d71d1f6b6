"""What the database holds of conversations and of help with writing, also against raw SQL."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction

from peer_network.models import Conversation, Post, WritingConsent
from peer_network.support.conversations import actions
from peer_network.support.writing import consents
from tests.peer_network.support.conftest import profile_of

WRITE = (
    "INSERT INTO peer_network_message (public_id, conversation_id, writer_id, body, state, position, written_at,"
    " around_may_be_read, is_sample) VALUES (gen_random_uuid(), %s, %s, 'x', 'shown', %s, now(), false, false)"
)
POST = (
    "INSERT INTO peer_network_post (public_id, topic_id, author_id, helped_by_id, body, quoted_words, state, "
    "written_at, is_sample) VALUES (gen_random_uuid(), %s, %s, %s, 'x', '', 'waiting', clock_timestamp(), false)"
)

OPEN = "UPDATE peer_network_conversation SET state = 'open', paused_by_id = NULL WHERE id = %s"


def refused(name, sql, values):
    with pytest.raises(IntegrityError) as found, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
    assert found.value.__cause__.diag.constraint_name == name


def put(row, state):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE peer_network_conversation SET state = %s, answered_at = now() WHERE id = %s", [state, row.pk]
        )


def test_nobody_but_the_two_writes_in_a_conversation(conversation, member):
    row = conversation()
    refused("peers_message_of_the_two", WRITE, [row.pk, member().pk, 2])
    refused("peers_message_of_the_two", WRITE, [row.pk, None, 2])


@pytest.mark.parametrize("state", ["paused", "ended"])
def test_no_message_is_written_while_it_is_not_open(conversation, state):
    row = conversation()
    put(row, state)
    refused("peers_message_in_open", WRITE, [row.pk, row.asker_id, 2])


def test_one_message_asks_and_no_more_until_the_other_agrees(member):
    row = actions.ask(asker=member(), other=member(), body="Hello")
    refused("peers_message_in_open", WRITE, [row.pk, row.asker_id, 2])
    refused("peers_message_in_open", WRITE, [row.pk, row.other_id, 2])


def test_ended_conversation_stays_ended(conversation):
    row = conversation()
    put(row, "ended")
    refused("peers_conversation_stays_ended", OPEN, [row.pk])


def test_paused_conversation_goes_on_only_after_one_agreed_again(conversation):
    row = conversation()
    put(row, "paused")
    refused("peers_conversation_both_again", OPEN, [row.pk])


def test_two_members_have_one_live_conversation(conversation, member):
    one, other = member(), member()
    conversation(one, other)
    with pytest.raises(IntegrityError, match="peers_conversation_once"), transaction.atomic():
        Conversation.objects.create(asker=other, other=one)


def test_conversation_about_a_group_names_nobody(group, member):
    with pytest.raises(IntegrityError, match="peers_conversation_unnamed"), transaction.atomic():
        Conversation.objects.create(asker=member(), other=member(), about_group=group(member()))


@pytest.fixture
def agreed(member, supporter):
    """A member who lets a supporter write replies for them."""
    helped, helper = member(), supporter()
    until = datetime.date.today() + datetime.timedelta(days=7)
    return consents.agree(member=helped, profile=profile_of(helper), scope="replies", until=until)


@pytest.fixture
def topic(space, member):
    from peer_network import rights_samples

    return rights_samples.a_topic(member(), space)


def test_post_is_written_down_only_for_somebody_who_agreed_now(agreed, topic, member):
    helped, helper = agreed.member_id, agreed.supporter_id
    with connection.cursor() as cursor:
        cursor.execute(POST, [topic.pk, helped, helper])
    refused("peers_post_help_agreed", POST, [topic.pk, helped, member().pk])
    refused("peers_post_help_agreed", POST, [topic.pk, member().pk, helper])
    consents.end(consent=agreed)
    refused("peers_post_help_agreed", POST, [topic.pk, helped, helper])


def test_consent_to_replies_is_none_to_new_topics(agreed, space):
    from peer_network.models import Topic

    empty = Topic.objects.create(space=space, author=agreed.member, title="New")
    refused("peers_post_help_agreed", POST, [empty.pk, agreed.member_id, agreed.supporter_id])
    WritingConsent.objects.update(scope="topics")
    with connection.cursor() as cursor:
        cursor.execute(POST, [empty.pk, agreed.member_id, agreed.supporter_id])


def test_consent_past_its_day_counts_no_more(agreed, topic):
    WritingConsent.objects.update(until=datetime.date(2015, 1, 1))
    refused("peers_post_help_agreed", POST, [topic.pk, agreed.member_id, agreed.supporter_id])


def test_post_of_ones_own_does_not_become_a_helped_one(agreed, topic):
    own = Post.objects.create(topic=topic, author=agreed.member, body="x")
    consents.end(consent=agreed)
    refused("peers_post_help_agreed", "UPDATE peer_network_post SET helped_by_id = %s WHERE id = %s",
            [agreed.supporter_id, own.pk])  # fmt: skip
