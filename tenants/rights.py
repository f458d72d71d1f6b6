"""Who may use the areas' addresses; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import AREA_STAFF, BOARD_READERS, PUBLIC, SIGNED_IN, Row

GET_AND_POST = ("GET", "POST")


def _another_member(world: Any) -> dict[str, Any]:
    return {"membership": world.people["practitioner"].memberships.get().pk}


def _member_of_another_area(world: Any) -> dict[str, Any]:
    from tenants.models import Membership

    return {"membership": Membership.objects.live().filter(area=world.other_area).first().pk}


def _invitation(world: Any) -> dict[str, Any]:
    from accounts import invitations

    sent = invitations.invite(email="somebody@example.org", role="practitioner", area=world.area, by=None)
    return {"invitation": sent.pk}


def _invitation_of_another_area(world: Any) -> dict[str, Any]:
    from accounts import invitations

    sent = invitations.invite(email="somebody@example.org", role="practitioner", area=world.other_area, by=None)
    return {"invitation": sent.pk}


def _representation(world: Any) -> dict[str, Any]:
    return _somebody_acts_in(world.area)


def _representation_of_another_area(world: Any) -> dict[str, Any]:
    return _somebody_acts_in(world.other_area)


def _somebody_acts_in(area: Any) -> dict[str, Any]:
    from accounts.models import Representation, User
    from config.today import today

    people = [User.objects.create_user(f"{name}@example.org") for name in ("represented", "acting", "recording")]
    made = Representation.objects.create(
        person=people[0],
        representative=people[1],
        recorded_by=people[2],
        area=area,
        kind="nominee",
        scope=["details.read"],
        evidence="nomination",
        evidence_seen_on=today(),
        starts=today(),
        ends=today(),
    )
    return {"representation": made.public_id}


def _organisation(world: Any) -> dict[str, Any]:
    from tenants.models import Organisation

    return {"slug": Organisation.objects.get_or_create(slug="a-charity", name="A charity", kind="voluntary")[0].slug}


def _question(world: Any) -> dict[str, Any]:
    return {"area": "kernow", "group": "mental-health"}


def _follower(world: Any) -> dict[str, Any]:
    from tenants.models import Follower

    facts = {"email": "follower@example.org", "area": world.area, "group": "mental_health"}
    return {"secret": Follower.objects.get_or_create(**facts)[0].secret}


def _csv(world: Any) -> dict[str, Any]:
    return {"ending": "csv"}


ROWS = [
    Row("areas:list", PUBLIC),
    Row("areas:download", PUBLIC, sample=_csv),
    Row("areas:overview", AREA_STAFF),
    Row("areas:representatives", ["area-lead"]),
    Row("areas:representative-new", ["area-lead"], GET_AND_POST, also=(422,)),
    Row(
        "areas:representative-end",
        ["area-lead"],
        GET_AND_POST,
        sample=_representation,
        foreign=_representation_of_another_area,
    ),
    Row("areas:team", AREA_STAFF),
    Row("areas:team-download", AREA_STAFF, sample=_csv),
    Row("areas:team-invite", ["area-lead"], GET_AND_POST, also=(422,)),
    Row("areas:team-end", ["area-lead"], GET_AND_POST, sample=_another_member, foreign=_member_of_another_area),
    Row("areas:team-withdraw", ["area-lead"], ("POST",), sample=_invitation, foreign=_invitation_of_another_area),
    Row("organisations:list", BOARD_READERS),
    Row("organisations:download", BOARD_READERS, sample=_csv),
    Row("organisations:organisation", BOARD_READERS, sample=_organisation),
    Row("areas:team-list", ["area-lead"], GET_AND_POST, also=(422,)),
    Row("areas:team-list-confirm", ["area-lead"], ("POST",)),
    Row("areas:team-list-template", ["area-lead"]),
    Row("areas:team-list-current", ["area-lead"]),
    Row("network:start", ["network-manager"]),
    Row("network:load", ["network-manager"], GET_AND_POST, also=(422,)),
    Row("network:load-template", ["network-manager"]),
    Row("network:new-area", ["network-manager"], GET_AND_POST, also=(422,)),
    Row("network:area-state", ["network-manager"], GET_AND_POST, sample=lambda world: {"slug": "kernow"}, also=(422,)),
    Row("your_turn:start", PUBLIC),
    Row("your_turn:feed", PUBLIC),
    Row("your_turn:answer", PUBLIC, sample=_question),
    Row("your_turn:history", PUBLIC, sample=lambda world: {**_question(world), **_csv(world)}),
    Row("your_turn:follow", PUBLIC, GET_AND_POST, sample=_question, also=(422,)),
    Row("your_turn:with-account", SIGNED_IN, ("POST",), sample=_question),
    Row("your_turn:followed", SIGNED_IN),
    Row("your_turn:confirm", PUBLIC, GET_AND_POST, sample=_follower),
    Row("your_turn:leave", PUBLIC, GET_AND_POST, sample=_follower),
    Row("your_turn:go", PUBLIC, sample=_follower),
    Row("your_turn:refused", PUBLIC, GET_AND_POST, sample=_question, also=(422,)),
]
