"""The sample's spaces and conversations, written by the real actions on the days on which they stand."""

from typing import Any

from django.db import transaction

from config.today import sample_day
from peer_network.forum import marking, posting
from peer_network.models import Mark, Member, Post, PostEdition, QueueItem, ReadMark, Space, Topic
from peer_network.moderation.opening import put_before_moderators
from peer_network.sample import reading
from peer_network.sample.reading import at, day, read
from tenants.models import Area

LONGEST_QUOTE = 240  # characters: a post quotes its first words
# What the demo's people have read: key of a member -> key of a topic -> up to which place.
READ = {
    "purple-wheels": {"hello": 4, "waiting": 3, "first-advert": 4},
    "three-hoovers": {"hello": 5, "same-questions": 2},
    "heron": {"hello": 7, "big-words": 2},
}
FOLLOWED = {"purple-wheels": "employing-personal-assistants", "three-hoovers": "children-and-young-people"}


@transaction.atomic
def make() -> None:
    """Add the spaces that are missing, and all the topics where there are none."""
    for facts in read("conversations")["spaces"]:
        _space(facts)
    if Topic.objects.filter(is_sample=True).exists():
        return
    members = reading.members()
    for facts in read("conversations")["topics"]:
        space = Space.objects.filter(slug=facts["space"]).first()
        if space is not None:
            _topic(space, facts, members)
    for facts in read("board_and_queue").get("held", ()):
        _held(facts, members[facts["by"]])
    _marks(members)


def _space(facts: dict[str, Any]) -> None:
    area = Area.objects.filter(slug=facts.get("area", "")).first()
    if facts["kind"] == Space.Kind.AREA and area is None:
        return
    values = {name: facts[name] for name in facts if name not in ("slug", "area")}
    Space.objects.get_or_create(slug=facts["slug"], defaults={**values, "area": area, "is_sample": True})


def _topic(space: Space, facts: dict[str, Any], members: dict[str, Member]) -> None:
    made: list[Post] = []
    for said in facts["posts"]:
        author, helper = members[said["by"]], members.get(said.get("helped_by", ""))
        words = {"body": said.get("before", said["text"]).strip(), "by": author, "helped_by": helper, "is_sample": True}
        with sample_day(day(said["days_ago"])):
            if not made:
                outcome = posting.begin_topic(space=space, title=facts["title"], **words)
            else:
                outcome = posting.reply(topic=made[0].topic, **words, **_quote(said, made))
        assert outcome.post is not None
        made.append(_settled(outcome.post, said, members))
    topic = made[0].topic
    closed_at = at(facts["closed_days_ago"], "12:00") if "closed_days_ago" in facts else None
    newest = max(at(said["days_ago"], said["at"]) for said in facts["posts"])
    values = {"is_pinned": facts.get("is_pinned", False), "closed_at": closed_at, "last_shown_at": newest}
    Topic.objects.filter(pk=topic.pk).update(
        opened_at=at(facts["posts"][0]["days_ago"], facts["posts"][0]["at"]), **values
    )


def _quote(said: dict[str, Any], made: list[Post]) -> dict[str, Any]:
    if "quotes" not in said:
        return {}
    quoted = made[said["quotes"] - 1]
    first = quoted.body.split("\n")[0]
    return {
        "quotes": quoted,
        "quoted_words": first if len(first) <= LONGEST_QUOTE else first[:LONGEST_QUOTE].rsplit(" ", 1)[0],
    }


def _settled(post: Post, said: dict[str, Any], members: dict[str, Member]) -> Post:
    """Its time of day, its change, and who thanked for it."""
    moment = at(said["days_ago"], said["at"])
    Post.objects.filter(pk=post.pk).update(written_at=moment, shown_at=moment)
    PostEdition.objects.filter(post=post).update(at=moment)
    if "before" in said:
        with sample_day(day(said["changed_days_ago"])):
            assert post.author is not None
            posting.edit(post=post, body=said["text"].strip(), by=post.author)
    with sample_day(day(said["days_ago"])):
        for kind in Mark.Kind.values:
            for key in said.get(kind, ()):
                marking.switch(post=post, member=members[key], kind=kind)
    post.refresh_from_db()
    return post


def _held(facts: dict[str, Any], by: Member) -> None:
    """A first post that waits: as posting keeps it, which in a sample shows everything at once."""
    written = at(facts["days_ago"], facts["at"])
    with sample_day(day(facts["days_ago"])):
        space = Space.objects.get(slug=facts["space"])
        topic = Topic.objects.create(space=space, author=by, title=facts["title"], is_sample=True)
        post = Post.objects.create(topic=topic, author=by, body=facts["text"], written_at=written, is_sample=True)
        PostEdition.objects.create(post=post, number=1, title=topic.title, body=post.body, at=written)
        about = {"subject_kind": posting.SUBJECT, "subject_id": post.public_id, "about": by, "is_sample": True}
        put_before_moderators(kind=QueueItem.Kind.FIRST_POSTS, **about)


def _marks(members: dict[str, Member]) -> None:
    """Where the demo's people left off, and a space that they follow."""
    keys = {topic.get("key") for topic in read("conversations")["topics"]}
    for key, places in READ.items():
        for topic, position in places.items():
            if topic in keys:
                ReadMark.objects.create(member=members[key], topic=reading.topic(topic), position=position)
    for key, slug in FOLLOWED.items():
        marking.follow(member=members[key], space=Space.objects.get(slug=slug))
