"""Everything that members list or write to each other can be reported, and decided by the moderators' own actions."""

import pytest
from django.urls import reverse

from peer_network.models import GroupEvent, LocalGroup, Message, SupporterProfile
from peer_network.moderation import subjects
from tests.peer_network.support.conftest import profile_of


def report_of(client, kind, row):
    return client.get(reverse("peers:report", args=[kind, row.public_id]))


def test_profiles_groups_and_events_are_reported_from_their_pages(member, supporter, event, signed_in):
    reader = signed_in(member())
    row = event(member())
    for kind, shown in (("profile", profile_of(supporter())), ("group", row.group), ("event", row)):
        assert report_of(reader, kind, shown).status_code == 200
        page = reader.get(subjects.of_kind(kind).address(shown)).content.decode()
        assert reverse("peers:report", args=[kind, shown.public_id]) in page


def test_message_is_reported_by_the_one_who_had_it_alone(conversation, member, signed_in):
    row = conversation()
    message = row.messages.get()
    assert report_of(signed_in(row.other), "message", message).status_code == 200
    for nobody in (row.asker, member()):
        assert report_of(signed_in(nobody), "message", message).status_code == 404


@pytest.mark.parametrize("act", ["hide", "remove", "ask_change"])
def test_what_a_moderator_takes_out_of_sight_nobody_else_finds(act, member, supporter, event, signed_in):
    reader, row = signed_in(member()), event(member())
    for kind, shown in (("profile", profile_of(supporter())), ("event", row), ("group", row.group)):
        subject = subjects.of_kind(kind)
        address = subject.address(shown)
        getattr(subject, act)(subject.find(shown.public_id))
        assert reader.get(address).status_code == 404
        subject.show(subject.find(shown.public_id))
        assert reader.get(address).status_code == 200


def test_words_for_moderators_name_no_account(member, supporter, event, conversation):
    supporter(), event(member()), conversation()
    for kind, model in (
        ("profile", SupporterProfile),
        ("group", LocalGroup),
        ("event", GroupEvent),
        ("message", Message),
    ):
        row = model.objects.first()
        subject = subjects.of_kind(kind)
        said = " ".join(words for _, words in subject.words(subject.find(row.public_id)))
        author = subject.author(row)
        assert author.user.name not in said and author.user.email not in said
