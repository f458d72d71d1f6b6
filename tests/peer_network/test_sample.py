"""The demo's conversations: made once, labelled, and as their files say."""

import datetime

import pytest

from peer_network.models import Member, Post, QueueItem, Space, Topic
from peer_network.sample import conversations, people, reading, support
from tests.queries import count_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def field_date(settings):
    settings.IPC_TODAY = datetime.date(2015, 7, 15)


def make():
    people.make()
    support.make()
    conversations.make()


def test_sample_is_made_once_and_labelled():
    make()
    counts = [model.objects.count() for model in (Member, Space, Topic, Post, QueueItem)]
    assert count_of(make) < 120
    assert [model.objects.count() for model in (Member, Space, Topic, Post, QueueItem)] == counts
    for model in (Member, Space, Topic, Post, QueueItem):
        assert not model.objects.filter(is_sample=False).exists(), model
    told = reading.read("conversations")["topics"]
    assert Topic.objects.shown().count() == len(told)
    assert Post.objects.shown().count() == sum(len(topic["posts"]) for topic in told)
    assert Space.objects.get(slug="tea-room").shown_topics == sum(topic["space"] == "tea-room" for topic in told)
    hello = reading.topic("hello")
    assert hello.last_shown_at == max(post.shown_at for post in hello.posts.shown())
    assert Post.objects.filter(state="waiting").count() == len(reading.read("board_and_queue")["held"])
