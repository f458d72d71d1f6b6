"""Conversations of two: both agree, either pauses or ends, nobody else reads, and crisis finds help at once."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from peer_network.models import Block, Conversation, Member, Message, QueueItem
from peer_network.support import subjects
from peer_network.support.conversations import actions, limits, queries
from peer_network.support.errors import SupportRefused
from tests.peer_network.support.conftest import told

pytestmark = pytest.mark.usefixtures("on_duty")


def page_of(client, row):
    return client.get(reverse("peers:conversation", args=[row.public_id])).content.decode()


def test_request_is_answered_kindly_and_each_is_told(member, supporter):
    asker, helper = member(), supporter()
    row = actions.ask(asker=asker, other=helper, body="May I ask you?")
    assert told(helper) == ["Somebody asks to write with you"]
    actions.answer(member=helper, conversation=row, agrees=False)
    row.refresh_from_db()
    assert row.state == "declined"
    assert told(asker) == ["They can’t write with you just now"]
    with pytest.raises(SupportRefused, match="after 30 days"):
        actions.ask(asker=asker, other=helper, body="Please")
    Conversation.objects.update(answered_at=timezone.now() - datetime.timedelta(days=31))
    actions.ask(asker=asker, other=helper, body="May I ask again?")


def test_only_the_one_who_was_asked_answers(member, conversation, supporter):
    asker = member()
    row = actions.ask(asker=asker, other=supporter(), body="Hello")
    with pytest.raises(SupportRefused):
        actions.answer(member=asker, conversation=row, agrees=True)


def test_either_pauses_and_both_agree_before_it_goes_on(conversation):
    row = conversation()
    actions.pause(member=row.other, conversation=row)
    with pytest.raises(SupportRefused, match="paused"):
        actions.send(member=row.asker, conversation=row, body="Hello?")
    assert actions.go_on(member=row.other, conversation=row) is False
    assert actions.go_on(member=row.other, conversation=row) is False
    assert actions.go_on(member=row.asker, conversation=row) is True
    actions.send(member=row.asker, conversation=row, body="Good to hear from you")


def test_ended_conversation_is_read_and_not_written_in(conversation, signed_in):
    row = conversation()
    actions.end(member=row.asker, conversation=row)
    with pytest.raises(SupportRefused):
        actions.send(member=row.other, conversation=row, body="Wait")
    assert "This conversation has ended." in page_of(signed_in(row.other), row)


def test_nobody_else_finds_a_conversation(conversation, member, signed_in):
    row = conversation()
    for stranger in (member(), member("moderator"), member("peer-supporter")):
        client = signed_in(stranger)
        assert client.get(reverse("peers:conversation", args=[row.public_id])).status_code == 404
        message = row.messages.get()
        assert client.get(reverse("peers:message-report", args=[message.public_id])).status_code == 404


def test_new_member_writes_to_listed_supporters_alone(member, supporter):
    newcomer = member(standing="new")
    with pytest.raises(SupportRefused, match="While you are new"):
        actions.ask(asker=newcomer, other=member(), body="Hello")
    actions.ask(asker=newcomer, other=supporter(), body="Hello")
    with pytest.raises(SupportRefused, match="can’t take new people"):
        actions.ask(asker=newcomer, other=supporter(takes_new=False), body="Hello")


def test_new_member_asks_three_people_in_a_week_and_no_fourth(member, supporter):
    newcomer = member(standing="new")
    for _ in range(3):
        actions.ask(asker=newcomer, other=supporter(), body="Hello")
    with pytest.raises(SupportRefused, match="You can ask 3 people in a week"):
        actions.ask(asker=newcomer, other=supporter(), body="Hello")


def test_five_requests_wait_at_once_and_no_sixth(member, supporter):
    asker = member(standing="trusted")
    for _ in range(limits.WAITING_AT_ONCE):
        actions.ask(asker=asker, other=supporter(), body="Hello")
    with pytest.raises(SupportRefused, match="wait for their answer"):
        actions.ask(asker=asker, other=supporter(), body="Hello")


def test_request_to_somebody_who_blocked_me_is_sent_and_never_seen(member, supporter, signed_in):
    asker, helper = member(), supporter()
    Block.objects.create(member=helper, blocked=asker)
    row = actions.ask(asker=asker, other=helper, body="Hello")
    assert "It is sent." in page_of(signed_in(asker), row)
    assert told(helper) == []
    assert queries.find(helper, row.public_id) is None
    assert signed_in(helper).get(reverse("peers:conversation", args=[row.public_id])).status_code == 404


def test_block_looks_like_a_pause_to_the_one_who_is_blocked(conversation, signed_in):
    row = conversation()
    Block.objects.create(member=row.other, blocked=row.asker)
    page = page_of(signed_in(row.asker), row)
    assert "Paused" in page and "block" not in page.split("<main")[1].casefold().split("report")[0]
    assert actions.go_on(member=row.asker, conversation=row) is False
    with pytest.raises(SupportRefused, match="You blocked this member"):
        actions.go_on(member=row.other, conversation=row)


def test_words_of_crisis_are_kept_help_stands_first_and_that_message_alone_is_put_before_moderators(
    conversation, signed_in
):
    row = conversation()
    here = reverse("peers:conversation", args=[row.public_id])
    answer = signed_in(row.asker).post(here, {"body": "I want to kill myself"})
    page = answer.content.decode()
    assert page.index("116 123") < page.index("A person will read this before others see it")
    message = Message.objects.get(state="waiting")
    item = QueueItem.objects.get()
    assert (item.kind, item.urgency, item.subject_id) == ("crisis", 1, message.public_id)
    assert subjects.MESSAGE.words(message) == [("The message", "I want to kill myself")]
    assert "kill" not in page_of(signed_in(row.other), row)
    subjects.MESSAGE.show(message)
    assert "kill" in page_of(signed_in(row.other), row)


def test_first_words_of_crisis_are_seen_and_told_only_after_a_moderator(member, supporter):
    asker, helper = member(), supporter()
    row = actions.ask(asker=asker, other=helper, body="I want to die", is_crisis=True)
    assert queries.find(helper, row.public_id) is None
    assert told(helper) == []
    subjects.MESSAGE.show(row.messages.get())
    assert queries.find(helper, row.public_id) is not None
    assert told(helper) == ["Somebody asks to write with you"]


def test_telephone_number_is_pointed_out_and_sent_if_the_writer_wants(conversation, signed_in):
    row = conversation()
    client, here = signed_in(row.asker), reverse("peers:conversation", args=[row.public_id])
    words = {"body": "Ring 01632 960123"}
    answer = client.post(here, words)
    assert answer.status_code == 422
    assert answer.content.decode().count("01632 960123") >= 2
    assert client.post(here, words | {"as-it-is": "1"}).status_code == 302
    assert Message.objects.latest("pk").state == "shown"
    assert not QueueItem.objects.exists()


def test_moderator_reads_what_was_reported_and_those_around_it_where_the_reporter_agrees(conversation, signed_in):
    row = conversation()
    for number in range(8):
        actions.send(member=row.other, conversation=row, body=f"Words {number}")
    message = row.messages.get(position=3)
    assert subjects.MESSAGE.words(message) == [("The message", "Words 1")]
    assert subjects.MESSAGE.can_be_reported(message, row.asker)
    assert not subjects.MESSAGE.can_be_reported(message, row.other)
    signed_in(row.asker).post(reverse("peers:message-report", args=[message.public_id]))
    message.refresh_from_db()
    assert [words for _, words in subjects.MESSAGE.words(message)] == ["Hello", *(f"Words {each}" for each in range(7))]


def test_unread_marks_follow_what_each_has_opened(conversation, signed_in):
    row = conversation()
    asker, other = row.asker, row.other
    assert (queries.unread(asker), queries.unread(other)) == (0, 1)
    page_of(signed_in(other), row)
    assert queries.unread(other) == 0
    actions.send(member=other, conversation=row, body="Good morning")
    actions.send(member=other, conversation=row, body="One more")
    assert (queries.unread(asker), queries.unread(other)) == (1, 0)
    assert told(asker).count("There is a new message for you") == 1


def test_pages_of_messages_stay_and_open_where_one_left_off(conversation):
    row = conversation()
    for number in range(44):
        actions.send(member=row.asker, conversation=row, body=f"Words {number}")
    row.refresh_from_db()
    shown = queries.page_of(row, row.other, None)
    assert (shown.number, shown.last, [shown.messages[0].position, shown.messages[-1].position]) == (1, 3, [1, 20])
    actions.mark_read(member=row.other, conversation=row, position=20)
    row.refresh_from_db()
    assert queries.page_of(row, row.other, None).number == 2
    assert [each.position for each in queries.page_of(row, row.other, 3).messages] == [41, 42, 43, 44, 45]


def test_asking_to_come_to_a_group_names_neither_to_the_other(member, group, signed_in):
    keeper, asker = member(), member(standing="new")
    row = group(keeper)
    signed_in(asker).post(reverse("peers:group-ask", args=[row.public_id]), {"body": "May I come?"})
    talk = Conversation.objects.get()
    seen_by_keeper, seen_by_asker = page_of(signed_in(keeper), talk), page_of(signed_in(asker), talk)
    assert asker.display_name not in seen_by_keeper and "Somebody who asks about “Tea and plans”" in seen_by_keeper
    assert keeper.display_name not in seen_by_asker and "Whoever keeps “Tea and plans”" in seen_by_asker
    row.delete()
    talk.refresh_from_db()
    assert queries.name_for(talk, keeper) == "Somebody who asks about a group"


def test_page_of_a_conversation_says_nothing_of_who_the_other_is(conversation, signed_in, kernow):
    row = conversation()
    page = page_of(signed_in(row.asker), row)
    for secret in (row.other.user.name, row.other.user.email, str(row.other.user.public_id), kernow.name):
        assert secret not in page
    assert row.other.display_name in page


def test_paused_member_reads_and_does_not_write(conversation, signed_in):
    row = conversation()
    Member.objects.filter(pk=row.asker_id).update(state="paused", state_reason="A break.")
    client, here = signed_in(row.asker), reverse("peers:conversation", args=[row.public_id])
    assert client.get(here).status_code == 200
    assert client.post(here, {"body": "Hello"}).status_code == 403


def test_request_that_nobody_answers_ends_after_thirty_days(member, supporter):
    from peer_network.support.tasks import keep_support

    row = actions.ask(asker=member(), other=supporter(), body="Hello")
    assert keep_support()["requests"] == 0
    Conversation.objects.update(asked_at=timezone.now() - datetime.timedelta(days=31))
    assert keep_support()["requests"] == 1
    row.refresh_from_db()
    assert row.state == "ended"


def test_words_of_crisis_are_kept_also_while_posting_is_closed(conversation, signed_in, on_duty):
    from peer_network.models import DutyShift

    DutyShift.objects.all().delete()
    row = conversation()
    client, here = signed_in(row.asker), reverse("peers:conversation", args=[row.public_id])
    answer = client.post(here, {"body": "Good night"})
    assert "Nobody is here to look after" in answer.content.decode()
    assert "Good night" in answer.content.decode()
    client.post(here, {"body": "I want to kill myself"})
    assert Message.objects.get(state="waiting").body == "I want to kill myself"
