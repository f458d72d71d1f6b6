"""Moderators keep the spaces, and what they do stands in the audit."""

import pytest

from audit.models import AuditRow
from peer_network.forum import posting
from peer_network.models import Space, Topic
from peer_network.rights_samples import member_of

pytestmark = pytest.mark.usefixtures("on_duty")
GIVEN = {"title": "Pets", "slug": "pets", "about": "For pets", "kind": "network", "entry": "open", "order": "50"}
SPACES = "/peers/moderation/spaces/"


@pytest.fixture
def keeper(client_as):
    client = client_as("moderator")
    member_of(client.person)
    return client


def test_a_space_is_added_changed_and_closed(keeper, member, signed_in):
    keeper.post(f"{SPACES}new/", GIVEN)
    assert "Pets" in signed_in(member()).get("/peers/spaces/").content.decode()
    keeper.post(f"{SPACES}pets/", {**GIVEN, "title": "Cats", "entry": "by_request", "is_closed": "on"})
    space = Space.objects.get()
    assert (space.slug, space.title, space.entry, space.closed_at is not None) == ("pets", "Cats", "by_request", True)
    keeper.post(f"{SPACES}pets/", GIVEN)
    assert Space.objects.get().closed_at is None
    done = AuditRow.objects.filter(action__startswith="peers.").order_by("pk")
    assert [row.action for row in done] == ["peers.space_add", "peers.space_change", "peers.space_change"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"kind": "group"}, "Choose the group."),
        ({"kind": "area"}, "Choose the area."),
        ({"slug": "Tea Room"}, "small letters"),
        ({"slug": "tea-room"}, "Another space has this name"),
    ],
)
def test_a_space_that_does_not_fit_is_said_to_be_mended(keeper, space, given, words):
    answer = keeper.post(f"{SPACES}new/", {**GIVEN, **given})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_a_group_is_left_out_of_a_space_for_everybody(keeper):
    keeper.post(f"{SPACES}new/", {**GIVEN, "group": "mental_health"})
    assert Space.objects.get().group == ""


def test_a_topic_is_kept_at_the_top_and_closed_for_replies(keeper, member, space):
    topic = posting.begin_topic(space=space, title="Tea", body="I like tea", by=member()).post.topic
    address = f"/peers/moderation/topics/{topic.public_id}/"
    keeper.post(f"{address}pin/")
    keeper.post(f"{address}close/")
    topic.refresh_from_db()
    assert (topic.is_pinned, topic.closed_at is not None) == (True, True)
    page = keeper.get(f"/peers/topics/{topic.public_id}/?page=1").content.decode()
    assert "Open for replies" in page
    keeper.post(f"{address}pin/", {"off": "1"})
    keeper.post(f"{address}close/", {"off": "1"})
    assert list(Topic.objects.values_list("is_pinned", "closed_at")) == [(False, None)]
    assert AuditRow.objects.filter(action="peers.topic_open").get().object_words == f"Topic {topic.pk}"
