"""Two posts that are shown at once don't get one place."""

import threading

from django.db import connections

from peer_network.forum import showing
from peer_network.models import Member, Post, Space, Topic
from tests.conftest import make_person

AT_ONCE = 6


def test_posts_shown_at_once_have_places_of_their_own(committed_db):
    user = make_person("moderator")
    ann = Member.objects.create(user=user, display_name="Tea", name_key="tea")
    space = Space.objects.create(slug="tea-room", kind="network", title="Tea room", about="For all")
    topic = Topic.objects.create(space=space, author=ann, title="Tea")
    posts = [Post.objects.create(topic=topic, author=ann, body="Hello") for _ in range(AT_ONCE)]
    together = threading.Barrier(AT_ONCE)

    def show(post):
        together.wait(timeout=20)
        showing.show(post)
        connections.close_all()

    threads = [threading.Thread(target=show, args=[post]) for post in posts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(Post.objects.values_list("position", flat=True)) == [1, 2, 3, 4, 5, 6]
    topic.refresh_from_db()
    space.refresh_from_db()
    assert (topic.last_position, topic.shown_posts, space.shown_topics) == (6, 6, 1)
