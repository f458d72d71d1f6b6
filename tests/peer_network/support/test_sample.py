"""The demo's groups, events, conversations of two and files: made once, labelled, looked at."""

import datetime

import pytest

from peer_network.models import Conversation, GroupEvent, LocalGroup, Message, QueueItem, SharedFile
from peer_network.sample import gatherings, one_to_one, people, reading, shared, support

MADE = (LocalGroup, GroupEvent, Conversation, Message, SharedFile)


@pytest.fixture(autouse=True)
def field_date(settings, tmp_path):
    settings.IPC_TODAY = datetime.date(2015, 7, 15)
    settings.PRIVATE_ROOT = tmp_path


def make():
    people.make()
    support.make()
    gatherings.make()
    one_to_one.make()
    shared.make()


def test_sample_of_support_is_made_once_labelled_and_looked_at(db):
    make()
    counts = [model.objects.count() for model in MADE]
    make()
    assert [model.objects.count() for model in MADE] == counts
    assert counts[0] == len(reading.read("groups_and_events")["groups"])
    assert counts[4] == 2
    for model in MADE:
        assert not model.objects.filter(is_sample=False).exists(), model
    for model in (LocalGroup, GroupEvent, SharedFile):
        assert {row.state for row in model.objects.all()} == {"shown"}
    assert not QueueItem.objects.filter(closed_at__isnull=True).exists()
    first = GroupEvent.objects.get(title="Tea and talk", starts_at__date=datetime.date(2015, 7, 21))
    assert f"{first.starts_at:%H}" == "13"  # 14:00 in London in summer
    assert sorted(row.state for row in Conversation.objects.all()) == ["asked", "open"]
