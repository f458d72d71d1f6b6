"""A room in which somebody wrote something everywhere, and whoever reads it: by every address, and by its links."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.test import Client
from django.urls import reverse

from accounts.rights_table import PUBLIC
from peer_network.checks import editing, lists
from peer_network.forum import entering
from peer_network.models import Member, QueueItem, Space
from peer_network.moderation import reporting
from peer_network.safeguarding import actions as cases
from tests.data_rights import everywhere_peers
from tests.peer_network.crawling import Answer, answer_of, crawl
from tests.trust.rights_routes import all_routes
from tests.trust.rights_world import SIGNED_OUT, World, make_world

MEMBERS = ("/peers/", "/peers/me/", "/notifications/", "/home/", "/search/?q=window")
WRITER, OTHER = "budget-holder", "peer-supporter"
STARTS = {
    WRITER: MEMBERS,
    OTHER: MEMBERS,
    "moderator": (*MEMBERS, "/peers/moderation/"),
    "safeguarding-lead": ("/peers/safeguarding/", "/home/"),
    "board-member": ("/programme/", "/peers/heard/board/", "/home/"),
    "network-manager": ("/peers/heard/board/", "/home/"),
}
OF_A_ROUTE = 12  # what hides behind the thirteenth topic is drawn by the same lines


@dataclass(frozen=True)
class Read:
    """A page that somebody read."""

    who: str
    address: str
    answer: Answer


@dataclass(frozen=True)
class Room:
    """The people of a rights table, and (who, address) of one page of each route of the room."""

    clients: dict[str, Client]
    addresses: list[tuple[str, str]]


def make(area: Any, other_area: Any) -> Room:
    """Two people who wrote something in every part, and an object for each address that has one in it."""
    world = make_world(area, other_area)
    for client in world.clients.values():
        client.raise_request_exception = True
    writer, other = (world.people[role] for role in (WRITER, OTHER))
    everywhere_peers.make(writer, other)
    Member.objects.update(state="active", state_reason="", standing="known")
    return Room(world.clients, [*_asked(writer, world.people["moderator"]), *_addresses(world)])


def _asked(writer: Any, moderator: Any) -> Iterator[tuple[str, str]]:
    """What only moderators and leads read, and no row of the rights table has in it."""
    me, words = Member.objects.get(user=writer), "Somebody said so"
    space = Space.objects.create(slug="asked", kind="network", entry="by_request", title="Quiet room", about=words)
    entering.ask(space=space, member=me, words=words)
    reporting.report_elsewhere(place=words, reason="unkind", words=words)
    for item in QueueItem.objects.filter(kind__in=("entry", "report")):
        yield "moderator", reverse("peers:item", args=[item.public_id])
    case = cases.open_case(origin="lead", words=words, about_words=words, urgency=2, by=moderator)
    yield "safeguarding-lead", reverse("peers:safeguarding-case", args=[case.public_id])
    line = lists.lines()[0]
    facts = {"list": line.list, "name": line.name, "pattern": line.pattern, "unless": line.unless}
    editing.write(key=line.key, by=moderator, is_active=True, why=words, **facts)
    yield "moderator", reverse("peers:words-line", args=[line.key])


def _addresses(world: World) -> Iterator[tuple[str, str]]:
    files = {route.view_name for route in all_routes() if "ending" in route.parameters}
    for row in import_module("peer_network.rights").ROWS:
        if "GET" in row.methods and row.route not in files:
            who = SIGNED_OUT if row.allowed == PUBLIC else next(iter(row.allowed))
            world.me = world.people.get(who)
            yield who, reverse(row.route, kwargs=row.sample(world) if row.sample else None)


def read_each(room: Room) -> list[Read]:
    """One page of every route, as somebody who may read it."""
    return [Read(who, address, answer_of(room.clients[who].get(address))) for who, address in room.addresses]


def read_on(room: Room, of_a_route: int = OF_A_ROUTE) -> list[Read]:
    """What readers of each kind get to by links, so many pages of each route."""
    return [
        Read(who, address, answer)
        for who, starts in STARTS.items()
        for address, answer in crawl(room.clients[who], *starts, limit=2_000, of_a_route=of_a_route).items()
    ]
