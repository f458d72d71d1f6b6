"""Who may use these addresses; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import AREA_STAFF, PUBLIC, Row

GET_AND_POST = ("GET", "POST")


def _member_of_the_team(world: Any) -> dict[str, Any]:
    return {"membership": world.people["practitioner"].memberships.get().pk}


def _member_of_another_areas_team(world: Any) -> dict[str, Any]:
    from tenants.models import Membership

    return {"membership": Membership.objects.live().filter(area=world.other_area).first().pk}


def _invitation_to(area: Any) -> dict[str, Any]:
    from accounts import invitations

    sent = invitations.invite(email="somebody@example.org", role="practitioner", area=area, by=None)
    return {"invitation": sent.pk}


def _group(world: Any) -> dict[str, Any]:
    return {"area": world.area.slug, "group": "mental-health"}


ROWS = [
    Row("areas:list", PUBLIC),
    Row("areas:download", PUBLIC),
    Row("areas:overview", AREA_STAFF),
    Row("areas:team", AREA_STAFF),
    Row("areas:team-download", AREA_STAFF),
    Row("areas:team-invite", ["area-lead"], GET_AND_POST, also=(422,)),
    Row(
        "areas:team-end",
        ["area-lead"],
        GET_AND_POST,
        sample=_member_of_the_team,
        foreign=_member_of_another_areas_team,
    ),
    Row(
        "areas:team-withdraw",
        ["area-lead"],
        ("POST",),
        sample=lambda world: _invitation_to(world.area),
        foreign=lambda world: _invitation_to(world.other_area),
    ),
    Row("network:load", ["network-manager"], GET_AND_POST, also=(422,)),
    Row("network:new-area", ["network-manager"], GET_AND_POST, also=(422,)),
    Row("your_turn:start", PUBLIC),
    Row("your_turn:answer", PUBLIC, sample=_group),
]
