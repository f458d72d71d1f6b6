"""What members do on the forum's pages, through the client: write, be asked again, mark, block, search."""

import uuid

import pytest

from drafts.models import Draft
from notify.models import Notification
from peer_network.forum import marking, notices, posting, publishing, wording
from peer_network.models import Block, Following, Mark, Mute, Post, PostEdition, QueueItem, Space, SpaceEntry, Topic
from peer_network.moderation import subjects

pytestmark = pytest.mark.usefixtures("on_duty")
NEW = "/peers/spaces/tea-room/new/"
GIVEN = {"title": "How do you plan a week?", "body": "I never know where to begin."}


@pytest.fixture
def ann(member):
    return member()


@pytest.fixture
def topic(space, ann):
    return posting.begin_topic(space=space, title="Tea", body="I like tea with milk", by=ann).post.topic


@pytest.fixture
def reader(member):
    return member()


@pytest.fixture
def client(reader, signed_in):
    return signed_in(reader)


def follow(client, answer):
    """The page to which an answer leads."""
    return client.get(answer["Location"].partition("#")[0]).content.decode()


def test_a_topic_is_begun_and_read(client, space, reader):
    answer = client.post(NEW, GIVEN)
    topic = Topic.objects.get()
    assert answer["Location"] == f"/peers/topics/{topic.public_id}/?page=1#post-1"
    page = follow(client, answer)
    assert "How do you plan a week?" in page
    assert "Your topic is shown now" in page


def test_what_is_missing_is_said_and_what_was_typed_stays(client, space):
    answer = client.post(NEW, {**GIVEN, "title": ""})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Say in a few words what it is about" in page
    assert "I never know where to begin." in page


def test_a_new_members_first_post_is_kept_and_they_see_where_it_stands(member, space, signed_in):
    client = signed_in(member(standing="new"))
    page = follow(client, client.post(NEW, GIVEN))
    assert "Because you are new, a moderator reads it" in page
    assert "Only you can see this" in page
    mine = client.get("/peers/me/posts/").content.decode()
    assert "Waits for a moderator" in mine


def test_a_reply_quotes_words_as_they_stand(client, topic):
    post = topic.posts.get()
    address = f"/peers/topics/{topic.public_id}/reply/?quote={post.public_id}"
    assert "I like tea with milk</textarea>" in client.get(address).content.decode()
    refused = client.post(address, {"quoted_words": "I hate tea", "body": "Why?"})
    assert "Quote the words as they stand" in refused.content.decode()
    page = follow(client, client.post(address, {"quoted_words": "tea with\nmilk", "body": "Me too"}))
    assert Post.objects.get(body="Me too").quotes == post
    assert "wrote:</p>" in page


def test_a_quote_of_a_post_elsewhere_is_an_answer_without_one(client, topic, space, ann):
    other = posting.begin_topic(space=space, title="Coffee", body="Coffee", by=ann).post
    client.post(f"/peers/topics/{topic.public_id}/reply/?quote={other.public_id}", {"body": "Me too"})
    assert Post.objects.get(body="Me too").quotes is None


def test_words_are_kept_for_later_and_sent_from_the_draft(client, topic, reader):
    address = f"/peers/topics/{topic.public_id}/reply/"
    page = follow(client, client.post(address, {"body": "Half a thought", "keep": "1"}))
    assert "kept for 24 hours" in page
    assert "Go on with the words that you kept" in page
    draft = Draft.objects.get(user=reader.user)
    assert (draft.path, draft.fields) == (address, [["body", "Half a thought"]])
    client.post(address, {"body": "Half a thought", "_draft": str(draft.public_id)})
    assert Post.objects.filter(body="Half a thought", state="shown").exists()
    assert not Draft.objects.exists()


def test_a_topic_that_is_closed_has_no_box_and_takes_no_reply(client, topic):
    Topic.objects.update(closed_at=topic.opened_at)
    assert "This topic is closed" in client.get(f"/peers/topics/{topic.public_id}/?page=1").content.decode()
    answer = client.post(f"/peers/topics/{topic.public_id}/reply/", {"body": "Me too"})
    assert "This topic is closed" in answer.content.decode()
    assert "Me too" in answer.content.decode()


def test_posting_is_closed_while_nobody_looks_after_it(client, topic, on_duty):
    from peer_network.models import DutyShift

    DutyShift.objects.all().delete()
    answer = client.post(f"/peers/topics/{topic.public_id}/reply/", {"body": "Me too"})
    assert "Nobody is here to look after new posts" in answer.content.decode()
    assert "Me too" in answer.content.decode()


def test_a_paused_member_reads_and_does_not_write(member, topic, signed_in):
    client = signed_in(member(state="paused", state_reason="Please take a break until Monday."))
    assert client.get(f"/peers/topics/{topic.public_id}/?page=1").status_code == 200
    answer = client.post(f"/peers/topics/{topic.public_id}/reply/", {"body": "Me too"})
    assert answer.status_code == 403
    assert "Please take a break until Monday." in answer.content.decode()
    assert "Please take a break until Monday." in client.get("/peers/me/").content.decode()


def test_a_writer_changes_their_post_and_sees_what_it_said(topic, ann, signed_in, client):
    post, own = topic.posts.get(), signed_in(ann)
    address = f"/peers/posts/{post.public_id}/"
    own.post(f"{address}edit/", {"title": "Coffee", "body": "I like coffee"})
    assert Topic.objects.get().title == "Coffee"
    history = own.get(f"{address}history/").content.decode()
    assert "I like tea with milk" in history
    assert client.get(f"{address}history/").status_code == 404
    assert "changed" in client.get(f"/peers/topics/{topic.public_id}/?page=1").content.decode()
    assert PostEdition.objects.count() == 2


def test_a_writer_takes_their_post_back_after_being_asked(topic, ann, signed_in):
    post, own = topic.posts.get(), signed_in(ann)
    address = f"/peers/posts/{post.public_id}/take-back/"
    assert "You can’t undo it" in own.get(address).content.decode()
    own.post(address)
    post.refresh_from_db()
    assert post.state == "taken_back"
    assert own.post(address).status_code == 403


def test_thanks_are_counted_and_taken_back(client, topic, reader, ann, signed_in):
    post = topic.posts.get()
    for kind in ("thanks", "helpful"):
        client.post(f"/peers/posts/{post.public_id}/{kind}/")
    page = client.get(f"/peers/topics/{topic.public_id}/?page=1").content.decode()
    assert page.count('aria-pressed="true"') == 2
    client.post(f"/peers/posts/{post.public_id}/thanks/")
    assert [mark.kind for mark in Mark.objects.all()] == ["helpful"]
    assert signed_in(ann).post(f"/peers/posts/{post.public_id}/thanks/").status_code == 403


def test_a_topic_and_a_space_are_followed_or_muted_not_both(client, topic, reader, space):
    for address, what in (
        (f"/peers/topics/{topic.public_id}/", {"topic": topic}),
        ("/peers/spaces/tea-room/", {"space": space}),
    ):
        client.post(f"{address}follow/")
        assert Following.objects.filter(member=reader, **what).exists()
        client.post(f"{address}mute/")
        assert Mute.objects.filter(member=reader, **what).exists()
        assert not Following.objects.filter(member=reader, **what).exists()
        client.post(f"{address}mute/", {"off": "1"})
        assert not Mute.objects.filter(member=reader, **what).exists()


def test_a_member_is_blocked_from_their_page_and_seen_again(client, topic, ann, reader):
    address = f"/peers/members/{ann.public_id}/"
    page = client.get(address).content.decode()
    assert ann.display_name in page
    assert ann.user.name not in page
    client.post(f"{address}block/")
    assert Block.objects.filter(member=reader, blocked=ann).exists()
    assert ann.display_name in client.get("/peers/me/").content.decode()
    client.post(f"{address}block/", {"off": "1"})
    assert not Block.objects.exists()


def test_nobody_blocks_themselves_or_somebody_who_is_not_there(client, reader):
    for public_id in (reader.public_id, uuid.uuid4()):
        assert client.post(f"/peers/members/{public_id}/block/").status_code == 404


def test_asking_to_come_in_is_answered_through_the_queue(client, reader):
    quiet = Space.objects.create(slug="quiet", kind="network", title="Quiet room", about="For few", entry="by_request")
    assert "A moderator answers within a day" in follow(
        client, client.post("/peers/spaces/quiet/ask/", {"words": "Please"})
    )
    client.post("/peers/spaces/quiet/ask/", {"words": "Again"})
    item = QueueItem.objects.get()
    subject = subjects.of_kind("entry")
    entry = subject.find(item.subject_id)
    assert (item.kind, subject.words(entry)[1][1]) == ("entry", "Please")
    subject.show(entry)
    assert "No topics yet" in client.get("/peers/spaces/quiet/").content.decode()
    assert of_the_room(reader).get().title == "You can come in: Quiet room"
    client.post("/peers/spaces/quiet/leave/")
    assert SpaceEntry.objects.get(space=quiet).state == "left"


def test_a_refusal_lets_nobody_in_and_can_be_asked_again(client, reader):
    Space.objects.create(slug="quiet", kind="network", title="Quiet room", about="For few", entry="by_request")
    client.post("/peers/spaces/quiet/ask/", {})
    subject = subjects.of_kind("entry")
    subject.remove(subject.find(QueueItem.objects.get().subject_id))
    QueueItem.objects.update(closed_at="2015-07-15T12:00Z", outcome="refused")
    assert "did not let you in" in client.get("/peers/spaces/quiet/").content.decode()
    client.post("/peers/spaces/quiet/ask/", {})
    assert QueueItem.objects.filter(closed_at__isnull=True).count() == 1


def test_search_finds_titles_and_posts_of_spaces_one_may_read(client, topic, ann, space):
    quiet = Space.objects.create(slug="quiet", kind="network", title="Quiet room", about="For few", entry="by_request")
    posting.begin_topic(space=quiet, title="Secret tea", body="Milk", by=ann)
    found = client.get("/peers/search/?q=milk").content.decode()
    assert "<mark>milk</mark>" in found
    assert "Secret tea" not in found
    assert ">Tea<" in client.get("/peers/search/?q=tea&space=tea-room").content.decode()
    post = topic.posts.get()
    posting.take_back(post=post, by=ann)
    assert "Nothing found" in client.get("/peers/search/?q=milk").content.decode()


def test_search_finds_nothing_of_somebody_one_has_blocked(client, topic, ann, reader):
    marking.block(member=reader, other=ann)
    assert "Nothing found" in client.get("/peers/search/?q=milk").content.decode()


def of_the_room(member):
    return Notification.objects.filter(to=member.user, kind__startswith="peers-")


def told(member):
    return [notice.kind for notice in of_the_room(member)]


def test_followers_hear_once_until_they_have_read_on(topic, ann, reader, member, signed_in):
    marking.follow(member=reader, topic=topic)
    for _ in range(2):
        notices.is_new(posting.reply(topic=topic, body="Hello", by=ann).post)
    assert told(reader) == ["peers-replies"]
    assert told(ann) == []
    signed_in(reader).get(f"/peers/topics/{topic.public_id}/?page=1")
    notices.is_new(posting.reply(topic=topic, body="Hello", by=ann).post)
    assert told(reader) == ["peers-replies"] * 2


def test_a_new_topic_is_told_to_those_who_follow_the_space(topic, space, reader, ann):
    marking.follow(member=reader, space=space)
    marking.follow(member=ann, space=space)
    assert notices.is_new(topic.posts.get()) == 1
    assert told(reader) == ["peers-new-topics"]


@pytest.mark.parametrize("how", ["muted topic", "muted space", "blocked", "closed", "not in"])
def test_whoever_wants_none_of_it_hears_nothing(topic, space, reader, ann, how):
    marking.follow(member=reader, topic=topic)
    if how == "muted topic":
        Mute.objects.create(member=reader, topic=topic)
    elif how == "muted space":
        Mute.objects.create(member=reader, space=space)
    elif how == "blocked":
        marking.block(member=reader, other=ann)
    elif how == "closed":
        reader.state, reader.state_reason = "closed", "Selling"
        reader.save()
    else:
        Space.objects.update(entry="by_request")
    reply = posting.reply(topic=Topic.objects.get(), body="Hello", by=ann).post
    assert notices.is_new(Post.objects.get(pk=reply.pk)) == 0


def test_a_writer_hears_that_their_post_is_shown_and_no_mail_names_anything(member, space, topic):
    new = member(standing="new")
    post = posting.reply(topic=topic, body="My secret words", by=new).post
    publishing.publish(post)
    notice = of_the_room(new).get()
    assert (notice.title, notice.url) == ("Your post is shown now", f"/peers/topics/{topic.public_id}/")
    words = f"{notice.mail.subject} {notice.mail.text}" if hasattr(notice.mail, "text") else str(notice.mail.__dict__)
    for told_of in ("secret", topic.title, new.display_name):
        assert told_of not in words


def test_home_says_what_waits_for_a_member(client, topic, ann, reader, signed_in):
    client.get(f"/peers/topics/{topic.public_id}/?page=1")
    marking.follow(member=reader, topic=topic)
    posting.reply(topic=topic, body="Hello", by=ann)
    post = posting.reply(topic=topic, body="Mine", by=reader).post
    subjects.of_kind("post").ask_change(post)
    page = client.get("/home/").content.decode()
    assert "There are new replies in 1 topic that you follow" in page
    assert "change 1 post of yours" in page


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\n\nb\nc", "<p>a</p><p>b<br>c</p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("javascript:alert(1)", "<p>javascript:alert(1)</p>"),
        (
            "See https://example.org/a?b=1&c=2.",
            '<p>See <a class="nhsuk-link" href="https://example.org/a?b=1&amp;c=2" '
            'rel="nofollow ugc noopener noreferrer">https://example.org/a?b=1&amp;c=2</a>.</p>',
        ),
        ('https://x.org/"onmouseover="x', None),
    ],
)
def test_a_posts_text_is_inert(text, html):
    shown = str(wording.as_html(text))
    if html:
        assert shown == html
    assert '"onmouseover' not in shown


CRISIS, DETAILS = "I want to kill myself tonight", "Ring me on 07700 900123"


def reply(client, topic, words, **more):
    return client.post(f"/peers/topics/{topic.public_id}/reply/", {"body": words, **more})


def test_words_of_crisis_are_kept_for_a_person_and_help_is_shown_at_once(client, topic, ann, signed_in):
    page = follow(client, reply(client, topic, CRISIS))
    assert page.index("Help is there for you now") < page.index("<h1")
    assert "A person will read this before others see it" in page
    post = Post.objects.get(body=CRISIS)
    assert (post.state, post.position) == ("waiting", None)
    item = QueueItem.objects.get()
    assert (item.kind, item.urgency, item.subject_id) == ("crisis", 1, post.public_id)
    assert CRISIS not in str(item.found)
    assert CRISIS not in signed_in(ann).get(f"/peers/topics/{topic.public_id}/?page=1").content.decode()


def test_words_of_crisis_are_kept_when_posting_is_closed_and_the_topic_too(client, topic):
    from peer_network.models import DutyShift

    DutyShift.objects.all().delete()
    Topic.objects.update(closed_at=topic.opened_at)
    assert "Help is there for you now" in follow(client, reply(client, topic, CRISIS))
    assert QueueItem.objects.get().urgency == 1


def test_a_shown_post_that_is_changed_to_words_of_crisis_is_out_of_sight_at_once(topic, ann, signed_in):
    post, own = topic.posts.get(), signed_in(ann)
    page = follow(own, own.post(f"/peers/posts/{post.public_id}/edit/", {"title": "Tea", "body": CRISIS}))
    assert "Help is there for you now" in page
    post.refresh_from_db()
    assert post.state == "hidden"
    assert QueueItem.objects.get().kind == "crisis"


def test_details_are_shown_back_first_and_wait_for_a_moderator_when_sent_all_the_same(client, topic):
    answer = reply(client, topic, DETAILS)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<strong>07700 900123</strong>" in page
    assert f"{DETAILS}</textarea>" in page
    assert not Post.objects.filter(body=DETAILS).exists()
    assert "A person will read this" in follow(client, reply(client, topic, DETAILS, anyway="1"))
    assert QueueItem.objects.get().kind == "checked"


def test_details_that_were_taken_out_are_no_longer_asked_about(client, topic):
    reply(client, topic, DETAILS)
    reply(client, topic, "Write to me here")
    assert Post.objects.get(body="Write to me here").state == "shown"


def test_with_nobody_on_duty_a_flagged_post_of_a_known_member_waits(client, topic, person):
    from peer_network.models import DutyShift, OnCall

    shift = DutyShift.objects.get()
    OnCall.objects.create(person=person("moderator"), starts_at=shift.starts_at, ends_at=shift.ends_at)
    DutyShift.objects.all().delete()
    assert Post.objects.get(body=_sent(client, topic, "Nothing to see")).state == "shown"
    assert "No moderator is here just now" in follow(client, reply(client, topic, DETAILS, anyway="1"))


def _sent(client, topic, words):
    reply(client, topic, words)
    return words
