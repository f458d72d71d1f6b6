"""What a member is shown: topics, unread marks that stay right, where they left off, and what is out of sight."""

import pytest

from peer_network.forum import posting, publishing, showing, topic_lists, unread
from peer_network.models import Block, Mute, Post, ReadMark, Space, SpaceEntry, Topic
from tests.queries import count_queries

pytestmark = pytest.mark.usefixtures("on_duty")
State = Post.State


def begin(space, by, title="Tea"):
    return posting.begin_topic(space=space, title=title, body="I like tea", by=by).post.topic


def say(topic, by, words="Hello"):
    return posting.reply(topic=topic, body=words, by=by).post


def fill(topic, author, count):
    """So many shown posts more, without a look at each."""
    topic.refresh_from_db()
    at = topic.last_shown_at
    posts = [
        Post(topic=topic, author=author, body=f"Post {n}", state=State.SHOWN, position=n, shown_at=at)
        for n in range(topic.last_position + 1, topic.last_position + 1 + count)
    ]
    Post.objects.bulk_create(posts)
    Topic.objects.filter(pk=topic.pk).update(
        last_position=topic.last_position + count, shown_posts=topic.shown_posts + count
    )


def news(topic, member):
    """(new altogether, unread posts) of a topic in the list of its space."""
    row = next(each for each in topic_lists.of_space(topic.space, member).topics if each.pk == topic.pk)
    return row.is_new, row.unread


@pytest.fixture
def ann(member):
    return member()


@pytest.fixture
def topic(space, ann):
    return begin(space, ann)


@pytest.fixture
def reader(member):
    return member()


def read(signed_in, reader, topic, page=1):
    answer = signed_in(reader).get(f"/peers/topics/{topic.public_id}/?page={page}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_topic_is_new_until_it_is_opened_and_then_counts_what_came_after(topic, ann, reader, signed_in):
    assert news(topic, reader) == (True, 0)
    read(signed_in, reader, topic)
    assert news(topic, reader) == (False, 0)
    say(topic, ann)
    assert news(topic, reader) == (False, 1)
    read(signed_in, reader, topic)
    assert news(topic, reader) == (False, 0)


def test_ones_own_posts_are_never_unread(topic, ann, space):
    assert news(topic, ann) == (False, 0)
    say(topic, ann)
    assert news(topic, ann) == (False, 0)


def test_a_post_that_was_held_and_is_shown_later_is_unread(topic, ann, reader, member, signed_in):
    held = say(topic, member(standing="new"))
    say(topic, ann)
    read(signed_in, reader, topic)
    assert news(topic, reader) == (False, 0)
    publishing.publish(held)
    assert news(topic, reader) == (False, 1)


def test_a_newest_post_that_is_hidden_is_not_unread(topic, ann, reader, signed_in):
    read(signed_in, reader, topic)
    newest = say(topic, ann)
    showing.hide(newest)
    assert news(topic, reader) == (False, 0)
    showing.show(newest)
    assert news(topic, reader) == (False, 1)


def test_what_a_blocked_member_writes_is_neither_new_nor_unread(topic, ann, reader, member, space, signed_in):
    read(signed_in, reader, topic)
    say(topic, ann)
    Block.objects.create(member=reader, blocked=ann)
    assert news(topic, reader) == (False, 0)
    assert news(begin(space, ann, "Coffee"), reader) == (False, 0)
    say(topic, member())
    assert news(topic, reader) == (False, 1)


def test_a_muted_topic_and_a_topic_of_a_muted_space_have_no_marks(topic, ann, reader, member, space, signed_in):
    Mute.objects.create(member=reader, topic=topic)
    begin(space, ann, "Coffee")
    other = member()
    assert unread.spaces_with_unread(Space.objects.all(), reader).get().unread == 1
    assert unread.spaces_with_unread(Space.objects.all(), other).get().unread == 2
    Mute.objects.create(member=other, space=space)
    assert unread.spaces_with_unread(Space.objects.all(), other).get().unread == 0
    assert ">New<" not in signed_in(other).get("/peers/spaces/tea-room/").content.decode()


def test_a_space_counts_no_more_than_anybody_needs(space, ann, reader):
    for number in range(3):
        begin(space, ann, f"Topic {number}")
    capped = unread.CappedCount(Topic.objects.order_by().values("pk")[:2])
    assert Space.objects.annotate(some=capped).get().some == 2


def test_a_topic_opens_where_its_reader_left_off(topic, ann, reader, signed_in):
    fill(topic, ann, 44)  # places 2 to 45
    client, address = signed_in(reader), f"/peers/topics/{topic.public_id}/"
    assert client.get(address).status_code == 200
    assert client.get(address)["Location"] == f"{address}?page=2#post-21"
    client.get(f"{address}?page=3")
    assert client.get(address)["Location"] == f"{address}?page=3#post-45"
    client.get(f"{address}?page=1")
    assert ReadMark.objects.get(member=reader).position == 45


def test_a_topic_of_2000_replies_opens_at_the_first_that_is_new_with_as_many_queries_as_a_small_one(
    topic, ann, reader, signed_in
):
    fill(topic, ann, 19)
    client, address = signed_in(reader), f"/peers/topics/{topic.public_id}/"
    client.get(f"{address}?page=1")
    small = count_queries(client, f"{address}?page=1")
    fill(topic, ann, 1_981)
    ReadMark.objects.filter(member=reader).update(position=1_234)
    assert client.get(address)["Location"] == f"{address}?page=62#post-1235"
    assert count_queries(client, f"{address}?page=62") == small + 1  # how far they have read is kept
    assert news(topic, reader)[1] == 99


@pytest.mark.parametrize("page", ["0", "3", "x", "-1", "²"])
def test_a_page_that_is_not_there_is_not_found(topic, ann, reader, signed_in, page):
    fill(topic, ann, 20)
    assert signed_in(reader).get(f"/peers/topics/{topic.public_id}/?page={page}").status_code == 404


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.HIDDEN, "hidden until a moderator"),
        (State.REMOVED, "A moderator took this post away"),
        (State.CHANGE_ASKED, "until its writer has changed it"),
        (State.TAKEN_BACK, "took this post back"),
    ],
)
def test_what_is_out_of_sight_leaves_its_place_and_no_words(topic, ann, reader, signed_in, state, words):
    say(topic, ann)
    post = say(topic, ann, "Secret words")
    quoting = posting.reply(topic=topic, body="Yes", by=ann, quotes=post, quoted_words="Secret words").post
    assert read(signed_in, reader, topic).count("Secret words") == 2
    showing.hide(post, state)
    page = read(signed_in, reader, topic)
    assert words in page
    assert "Secret words" not in page
    assert f'id="post-{quoting.position}"' in page
    own = read(signed_in, ann, topic)
    assert ("Secret words" in own) is (state != State.TAKEN_BACK)


def test_words_that_were_changed_are_not_quoted_any_more(topic, ann, reader, signed_in):
    post = say(topic, ann, "My number is 0123")
    posting.reply(topic=topic, body="Take it out", by=reader, quotes=post, quoted_words="number is 0123")
    posting.edit(post=post, body="My number is gone", by=ann)
    assert "0123" not in read(signed_in, reader, topic)


def test_a_blocked_member_is_read_neither_in_a_post_nor_in_a_quote(topic, ann, reader, member, signed_in):
    post = say(topic, ann, "Unkind words")
    posting.reply(topic=topic, body="No", by=member(), quotes=post, quoted_words="Unkind words")
    Block.objects.create(member=reader, blocked=ann)
    page = read(signed_in, reader, topic)
    assert "You blocked the member who wrote this" in page
    assert "Unkind words" not in page


def test_a_waiting_post_is_seen_by_its_writer_alone(topic, reader, member, signed_in):
    new = member(standing="new")
    say(topic, new, "My first words")
    assert "My first words" not in read(signed_in, reader, topic)
    own = read(signed_in, new, topic)
    assert "My first words" in own
    assert "Only you can see this" in own


def test_supporters_and_moderators_have_their_mark_and_nobody_else(topic, ann, reader, member, signed_in):
    for role in ("peer-supporter", "moderator"):
        say(topic, member(role))
    page = read(signed_in, reader, topic)
    assert page.count('class="ipc-post__role">Peer supporter<') == 1
    assert page.count('class="ipc-post__role">Moderator<') == 1


def test_a_topic_page_tells_nothing_but_the_chosen_name(topic, ann, reader, signed_in):
    page = read(signed_in, reader, topic)
    assert ann.display_name in page
    for told in (ann.user.name, ann.user.email, str(ann.user.public_id)):
        assert told not in page


def test_somebody_who_has_left_is_a_member_who_has_left(topic, ann, reader, signed_in):
    Post.objects.update(author=None)
    Topic.objects.update(author=None)
    assert "A member who has left" in read(signed_in, reader, topic)
    assert "A member who has left" in signed_in(reader).get("/peers/spaces/tea-room/").content.decode()


def test_a_space_by_request_is_read_by_those_who_were_let_in(ann, reader, signed_in):
    quiet = Space.objects.create(slug="quiet", kind="network", title="Quiet room", about="For few", entry="by_request")
    topic = begin(quiet, ann)
    client, address = signed_in(reader), f"/peers/topics/{topic.public_id}/?page=1"
    assert client.get(address).status_code == 404
    assert "Ask to come in" in client.get("/peers/spaces/quiet/").content.decode()
    SpaceEntry.objects.create(space=quiet, member=reader, state="in")
    assert client.get(address).status_code == 200


def test_the_list_of_a_space_goes_on_from_its_last_topic(space, ann, reader, signed_in):
    for number in range(23):
        begin(space, ann, f"Topic {number:02}")
        Post.objects.update(written_at="2015-01-01T12:00Z")  # the limit of an hour isn't the question here
    pinned = Topic.objects.get(title="Topic 00")
    Topic.objects.filter(pk=pinned.pk).update(is_pinned=True)
    Topic.objects.update(last_shown_at=pinned.last_shown_at)  # all at one time, as samples are
    first = topic_lists.of_space(space, reader)
    assert [each.title for each in first.topics] == ["Topic 00", *(f"Topic {n:02}" for n in range(22, 2, -1))]
    rest = topic_lists.of_space(space, reader, first.older)
    assert [each.title for each in rest.topics] == ["Topic 02", "Topic 01"]
    assert rest.older == ""
    page = signed_in(reader).get("/peers/spaces/tea-room/").content.decode()
    assert "23 topics in this space" in page
    assert "Older topics" in page


def test_a_list_asks_as_much_for_many_topics_as_for_one(space, ann, reader, signed_in):
    begin(space, ann)
    client = signed_in(reader)
    for address in ("/peers/spaces/tea-room/", "/peers/"):
        client.get(address)
        few = count_queries(client, address)
        for number in range(3):
            begin(space, ann, f"Topic {number}")
        assert count_queries(client, address) == few


def test_the_front_says_where_one_left_off_and_what_is_new(topic, space, ann, reader, signed_in):
    from peer_network.forum import marking

    client = signed_in(reader)
    assert "Nothing new waits for you" in client.get("/peers/").content.decode()
    read(signed_in, reader, topic)
    say(topic, ann)
    marking.follow(member=reader, space=space)
    begin(space, ann, "Coffee")
    page = client.get("/peers/").content.decode()
    assert "Go on where you left off" in page
    assert f"/peers/topics/{topic.public_id}/?page=1#post-2" in page
    assert "New in the spaces that you follow" in page
    assert "Coffee" in page
