"""A topic page is light enough for a slow line: under 100 kB as sent, without pictures, with everything it loads."""

import gzip
import random
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from peer_network.forum import posting
from peer_network.models import Post, Topic

LIMIT_KB = 100
WORDS = 60_000  # letters of a full page of long posts
pytestmark = pytest.mark.usefixtures("on_duty")


def sent(content: bytes) -> int:
    """Bytes on the line: every server of ours compresses texts."""
    return len(gzip.compress(content, 6))


def test_a_full_topic_page_is_sent_with_all_that_it_loads_in_under_100_kb(space, member, signed_in):
    ann, letters = member(), random.Random(1)
    alphabet = "etaoinshrdlucmfwypvbgk     "
    topic = posting.begin_topic(space=space, title="Tea", body="I like tea", by=ann).post.topic
    topic.refresh_from_db()
    long_words = ["".join(letters.choices(alphabet, k=WORDS // 20)) for _ in range(19)]
    facts = {"topic": topic, "author": ann, "state": "shown", "shown_at": topic.last_shown_at}
    Post.objects.bulk_create(Post(**facts, position=place, body=body) for place, body in enumerate(long_words, start=2))
    Topic.objects.update(last_position=20, shown_posts=20)

    page = signed_in(member()).get(f"/peers/topics/{topic.public_id}/?page=1").content
    loaded = set(re.findall(r'(?:href|src|from) ?=? ?"/static/([^"]+\.(?:css|js))"', page.decode()))
    assert {name.rpartition("/")[2] for name in loaded} >= {"ipc.css", "ipc.js", "peers.css"}
    kilobytes = (sent(page) + sum(sent(Path(finders.find(name)).read_bytes()) for name in loaded)) / 1000
    assert page.count(b"<article") == 20
    assert kilobytes < LIMIT_KB, f"{kilobytes:.1f} kB"
