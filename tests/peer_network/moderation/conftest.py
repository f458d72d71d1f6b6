"""A post to be moderated, and what reports and decisions about it need."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from peer_network.forum import showing
from peer_network.models import Member, Post, QueueItem, Topic
from peer_network.moderation import claims, deciding, reporting, subjects
from peer_network.moderation.opening import put_before_moderators

LONG_AGO = datetime.timedelta(days=40)


@pytest.fixture
def post(member: Callable[..., Member], space: Any) -> Callable[..., Post]:
    """Makes a post: `post()` shown, `post(author=…, waits=True)`."""

    def write(author: Member | None = None, *, waits: bool = False) -> Post:
        author = author or member()
        topic = Topic.objects.create(space=space, author=author, title="A cup of tea")
        made = Post.objects.create(topic=topic, author=author, body="I like tea.")
        return made if waits else showing.show(made)

    return write


@pytest.fixture
def old_member(member: Callable[..., Member]) -> Callable[..., Member]:
    """Makes a member who joined forty days ago."""
    return lambda **facts: member(joined_at=timezone.now() - LONG_AGO, **facts)


@pytest.fixture
def item_about(post: Callable[..., Post]) -> Callable[..., QueueItem]:
    """An item about a post: `item_about()`, `item_about(kind="crisis", is_urgent=True)`."""

    def open_one(about: Post | None = None, *, kind: str = "first_posts", is_urgent: bool = False) -> QueueItem:
        found = about or post(waits=True)
        facts = {"kind": QueueItem.Kind(kind), "is_urgent": is_urgent, "about": found.author}
        return put_before_moderators(subject_kind="post", subject_id=found.public_id, **facts)

    return open_one


def report(about: Post, by: Member | None, reason: str = "unkind", words: str = "") -> Any:
    """A report of a post."""
    return reporting.report(subject=subjects.of_kind("post"), row=about, reason=reason, words=words, by=by)


def decide(item: QueueItem, kind: str, by: Any, **facts: Any) -> Any:
    """Take up and decide."""
    claims.claim(item=item, by=by)
    return deciding.decide(item=item, kind=kind, by=by, **{"reason": "unkind", **facts})
