"""Who may use accounts' addresses; see `accounts.rights_table`. Signing in itself is a class of allauth's pages."""

from typing import Any

from accounts.rights_table import PUBLIC, SIGNED_IN, Row

GET_AND_POST = ("GET", "POST")


def _open_invitation(world: Any) -> dict[str, Any]:
    from accounts import invitations

    return {"pk": invitations.invite(email="somebody@example.org", role="moderator", by=None).pk}


def _area_teams_invitation(world: Any) -> dict[str, Any]:
    """An area lead's own business."""
    from accounts import invitations

    sent = invitations.invite(email="somebody@example.org", role="practitioner", area=world.other_area, by=None)
    return {"pk": sent.pk}


def _token(world: Any) -> dict[str, Any]:
    from django.utils import timezone

    from accounts import invitations
    from accounts.models import Invitation

    email = world.me.email if world.me else "somebody@example.org"
    Invitation.objects.create(
        email=email,
        role="moderator",
        token_digest=invitations.digest("a-token"),
        expires_at=timezone.now() + invitations.OPEN_FOR,
    )
    return {"token": "a-token"}


def _role_of_a_board_member(world: Any) -> dict[str, Any]:
    return {"pk": world.people["board-member"].memberships.get().pk}


def _role_of_a_practitioner(world: Any) -> dict[str, Any]:
    """An area lead's own business."""
    return {"pk": world.people["practitioner"].memberships.get().pk}


ROWS = [
    Row("accounts:me", SIGNED_IN, GET_AND_POST),
    Row("accounts:invitation", PUBLIC, GET_AND_POST, sample=_token),
    Row("accounts:editors-account", ["knowledge-editor"]),
    Row("accounts:staff-session", ["operator"], GET_AND_POST),
    Row("accounts:staff-session-end", ["operator"], ("POST",)),
    Row("accounts:people", ["network-manager"]),
    Row("accounts:people-download", ["network-manager"], sample=lambda world: {"key": "people", "ending": "csv"}),
    Row("accounts:invite", ["network-manager"], GET_AND_POST),
    Row(
        "accounts:withdraw",
        ["network-manager"],
        GET_AND_POST,
        sample=_open_invitation,
        foreign=_area_teams_invitation,
    ),
    Row(
        "accounts:end-role",
        ["network-manager"],
        GET_AND_POST,
        sample=_role_of_a_board_member,
        foreign=_role_of_a_practitioner,
    ),
]
