"""The pages in the states that follow an act: each says what is so now, and what can be done."""

import datetime

import pytest
from django.urls import reverse

from config.today import today
from peer_network.support.conversations import actions as conversations
from peer_network.support.gatherings import actions as gatherings
from peer_network.support.writing import consents
from tests.peer_network.support.conftest import profile_of

pytestmark = pytest.mark.usefixtures("on_duty")


def main_of(client, name, *arguments, query=""):
    answer = client.get(reverse(name, args=arguments) + query)
    assert answer.status_code == 200
    return answer.content.decode().split("<main")[1]


def test_event_page_of_somebody_who_comes_leads_to_their_calendar(member, event, signed_in):
    row, client = event(member()), signed_in(member())
    assert "I’d like to come" in main_of(client, "peers:event", row.public_id)
    client.post(reverse("peers:event-come", args=[row.public_id]))
    page = main_of(client, "peers:event", row.public_id)
    assert "You said that you come." in page and reverse("api_pages:calendars") in page
    assert row.title in main_of(client, "peers:gatherings-mine")


def test_keeper_sees_their_own_with_what_they_can_do(member, event, signed_in):
    keeper = member()
    row, client = event(keeper), signed_in(keeper)
    assert reverse("peers:event-new", args=[row.group.public_id]) in main_of(client, "peers:group", row.group.public_id)
    assert reverse("peers:event-cancel", args=[row.public_id]) in main_of(client, "peers:event", row.public_id)
    gatherings.cancel(member=keeper, row=row)
    assert "Cancelled" in main_of(client, "peers:gatherings-mine")


def test_each_state_of_a_conversation_says_itself_to_both(conversation, signed_in):
    row = conversation()
    asker, other = signed_in(row.asker), signed_in(row.other)
    conversations.pause(member=row.asker, conversation=row)
    assert "It goes on when both of you say so." in main_of(other, "peers:conversation", row.public_id)
    conversations.go_on(member=row.asker, conversation=row)
    assert "The other one would like to go on." in main_of(other, "peers:conversation", row.public_id)
    assert "It goes on when the other says so too." in main_of(asker, "peers:conversation", row.public_id)
    row.asker.delete()
    assert "The other one has left." in main_of(other, "peers:conversation", row.public_id)


def test_declined_request_is_kind_and_leads_on(member, supporter, signed_in):
    asker, helper = member(), supporter()
    row = conversations.ask(asker=asker, other=helper, body="Hello")
    assert "You don’t have to." in main_of(signed_in(helper), "peers:conversation", row.public_id)
    conversations.answer(member=helper, conversation=row, agrees=False)
    page = main_of(signed_in(asker), "peers:conversation", row.public_id)
    assert "It is nothing about you" in page and reverse("peers:supporters") in page


def test_long_conversation_has_pages_in_its_address(conversation, signed_in):
    row = conversation()
    for number in range(21):
        conversations.send(member=row.asker, conversation=row, body=f"Words {number}")
    page = main_of(signed_in(row.other), "peers:conversation", row.public_id, query="?page=2")
    assert "Page 2 of 2." in page and 'href="?page=1"' in page


def test_help_with_writing_shows_both_sides_and_what_has_ended(member, supporter, signed_in):
    helped, helper = member(), supporter()
    until = today() + datetime.timedelta(days=7)
    row = consents.agree(member=helped, profile=profile_of(helper), scope="replies", until=until)
    end = reverse("peers:writing-end", args=[row.public_id])
    assert end in main_of(signed_in(helped), "peers:writing")
    page = main_of(signed_in(helper), "peers:writing")
    assert helped.display_name in page and reverse("peers:writing-write", args=[row.public_id]) in page
    signed_in(helped).post(end)
    assert end not in main_of(signed_in(helped), "peers:writing")
    assert helped.display_name not in main_of(signed_in(helper), "peers:writing")
