from typing import Any

from accounts import demo, users
from accounts.models import Invitation, User
from embedded import demo_people
from tests.queries import count_queries


def test_a_manager_invites_withdraws_and_ends(client_as: Any, person: Any) -> None:
    client = client_as("network-manager")
    board_member = person("board-member")
    client.post(
        "/network/people/invite/", {"email": "x@example.org", "role": "evaluator", "area": "", "organisation": ""}
    )
    sent = Invitation.objects.get(email="x@example.org")
    assert b"x@example.org" in client.get("/network/people/").content
    client.post(f"/network/people/invitations/{sent.pk}/withdraw/")
    assert not Invitation.objects.open().exists()
    client.post(f"/network/people/roles/{board_member.memberships.get().pk}/end/")
    assert not board_member.memberships.live().exists()


def test_an_area_lead_is_invited_with_an_area(client_as: Any, kernow: Any) -> None:
    client = client_as("network-manager")
    facts = {"email": "lead@example.org", "role": "area-lead", "organisation": ""}
    assert b"is held in an area" in client.post("/network/people/invite/", {**facts, "area": ""}).content
    client.post("/network/people/invite/", {**facts, "area": kernow.pk})
    assert Invitation.objects.get(email="lead@example.org").area == kernow


def test_nobody_ends_their_own_role(client_as: Any) -> None:
    client = client_as("network-manager")
    assert client.post(f"/network/people/roles/{client.person.memberships.get().pk}/end/").status_code == 404


def test_the_list_of_people_does_not_cost_more_queries_with_more_people(client_as: Any, person: Any) -> None:
    client = client_as("network-manager")
    count_queries(client, "/network/people/")
    few = count_queries(client, "/network/people/")
    for _ in range(5):
        person("board-member")
    assert count_queries(client, "/network/people/") == few


def test_a_person_changes_their_name(client_as: Any) -> None:
    client = client_as("carer")
    client.post("/me/", {"name": "Carys"})
    client.person.refresh_from_db()
    assert client.person.name == "Carys"


def test_the_list_for_the_command_line_tells_roles_in_words(person: Any, kernow: Any) -> None:
    user = person("area-lead", area=kernow)
    row = next(row for row in users.list_users() if row.email == user.email)
    assert row.roles == ("Area lead of NHS Kernow",)


def test_the_demos_people_are_made_once_and_sign_in(client: Any, db: None, settings: Any) -> None:
    settings.MFA_REQUIRED_FOR_STAFF_ROLES = False
    demo.make_demo_people()
    demo.make_demo_people()
    assert User.objects.filter(email__endswith="@demo.example").count() == len(demo_people.PEOPLE) == 17
    client.post("/account/login/", {"login": "area-lead@demo.example", "password": demo_people.password()})
    assert client.get("/areas/kernow/").status_code == 200
    assert demo.problems_outside_demo()


def test_a_network_without_demo_people_has_no_problem_with_them(db: None) -> None:
    assert demo.problems_outside_demo() == []
