"""The people and places of the rights table: one person for each role, and those who belong elsewhere or nowhere."""

from dataclasses import dataclass
from typing import Any

from django.test import Client

from accounts import staff_sessions
from accounts.rights_table import EVERY_ROLE
from tests.conftest import make_person

# These roles are held in an area here, and make their people members of it (access table of the brief).
ROLES_HELD_IN_THE_AREA = (
    "budget-holder",
    "carer",
    "peer-supporter",
    "practitioner",
    "area-lead",
    "finance-lead",
    "commissioner",
)
# Everybody else who asks, beside one person for each role.
SIGNED_OUT = "signed out"
DISABLED = "closed account"
NO_ROLE = "no role"
FORMER = "former area lead"
ELSEWHERE = "area lead of another area"
WITHOUT_SESSION = (SIGNED_OUT, DISABLED)
EVERYBODY = (*EVERY_ROLE, NO_ROLE, FORMER, ELSEWHERE, DISABLED, SIGNED_OUT)


@dataclass
class World:
    """Where the questions are asked. `area` is the area of the address, `other_area` another; `me` is who asks."""

    area: Any
    other_area: Any
    people: dict[str, Any]
    clients: dict[str, Client]
    cookies: dict[str, dict[str, str]]
    me: Any = None


def make_world(area: Any, other_area: Any) -> World:
    """People with their roles, each with a client that is signed in."""
    from tenants.memberships import end
    from tenants.models import Organisation

    provider = Organisation.objects.order_by("pk").first()
    people = {
        role: make_person(role, area=area, organisation=provider if role == "provider-editor" else None)
        for role in EVERY_ROLE
    }
    people[NO_ROLE] = make_person()
    people[ELSEWHERE] = make_person("area-lead", area=other_area)
    people[FORMER] = make_person("area-lead", area=area)
    people[DISABLED] = make_person("area-lead", area=area)
    end(membership=people[FORMER].memberships.get(), by=people["network-manager"])
    staff_sessions.start(by=people["operator"], reason="The rights table is tested")
    clients = {name: _signed_in(user) for name, user in people.items()} | {SIGNED_OUT: Client()}
    for client in clients.values():
        client.raise_request_exception = False
    people[DISABLED].is_active = False
    people[DISABLED].save()
    cookies = {who: {name: morsel.value for name, morsel in c.cookies.items()} for who, c in clients.items()}
    return World(area, other_area, people, clients, cookies)


def _signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="accounts.backends.ActiveModelBackend")
    return client
