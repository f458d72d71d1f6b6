"""Two people who have left something in every part of the room, and what e-mails say."""

from typing import Any

from django.test import Client

from accounts.models import User
from notify import sealing
from notify.models import Mail, Preference
from notify.registry import Way
from peer_network.forum import notices, posting
from peer_network.forum.tasks import tell_followers
from peer_network.joining import actions as joining
from peer_network.models import Following, Member, Post, Space
from tests.conftest import make_person
from tests.data_rights import everywhere_peers

NAMES = ("Wilhelmina Zebrafinch", "Ottoline Quetzal")


def two_members(first_area: Any, second_area: Any) -> tuple[Member, Member]:
    """Members of two areas with something everywhere. They get their names last: no text of theirs holds one."""
    users = [make_person("budget-holder", "peer-supporter", area=area) for area in (first_area, second_area)]
    for user in users:
        user.name = "Somebody"
        user.save()
    everywhere_peers.make(*users)
    for user, name in zip(users, NAMES, strict=True):
        user.name, user.email = name, f"{name.split()[1].lower()}@zebras.example"
        user.save()
    Member.objects.filter(user__in=users).update(state="active", state_reason="", standing="known")
    first, second = (Member.objects.get(user=user) for user in users)
    return first, second


def talk(first: Member, second: Member) -> None:
    """A topic of the first, with a reply of the second, of which a third member hears by e-mail."""
    reader = a_member("Whinchat", "carer")
    Preference.objects.create(user=reader.user, kind=notices.REPLIES, way=Way.AT_ONCE)
    space = Space.objects.create(slug="tea-room", kind="network", title="Tea room", about="For anything at all.")
    topic = posting.begin_topic(space=space, title="Tea", body="I like tea", by=first, goes_on_anyway=True).post.topic
    Following.objects.create(member=reader, topic=topic)
    reply = posting.reply(topic=topic, body="So do I", by=second, goes_on_anyway=True).post
    assert reply.state == Post.State.SHOWN
    assert tell_followers(reply.pk) >= 1


def a_member(name: str, role: str, area: Any = None) -> Member:
    """A known member of this role."""
    member = joining.join(display_name=name, is_adult=True, by=make_person(role, area=area))
    member.standing = Member.Standing.KNOWN
    member.save()
    return member


def a_client(user: User) -> Client:
    """A client of a person."""
    client = Client()
    client.force_login(user, backend="accounts.backends.ActiveModelBackend")
    return client


def words_of(mail: Mail) -> str:
    """All that an e-mail says, whom it goes to aside."""
    return str(sealing.unseal(mail.sealed)) + mail.subject if mail.sealed else mail.subject
