"""Who may use accounts' addresses; see `accounts.rights_table`. Signing in itself is a class of allauth's pages."""

from typing import Any

from accounts.rights_table import PAGE_EDITORS, PUBLIC, SIGNED_IN, Row

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


def _representation(world: Any) -> dict[str, Any]:
    """Whoever asks acts for somebody."""
    return _acts_for(world, world.me or world.people["carer"])


def _representation_of_others(world: Any) -> dict[str, Any]:
    return _acts_for(world, _somebody("representative@example.org"))


def _acts_for(world: Any, representative: Any) -> dict[str, Any]:
    import datetime

    from accounts.models import Representation
    from config.today import today

    made = Representation.objects.create(
        representative=representative,
        person=_somebody("represented@example.org"),
        area=world.area,
        kind="nominee",
        scope=["details.read"],
        evidence="nomination",
        evidence_seen_on=today(),
        starts=today(),
        ends=today() + datetime.timedelta(days=30),
        recorded_by=_somebody("recorder@example.org"),
    )
    return {"public_id": made.public_id}


def _passkey(world: Any) -> dict[str, Any]:
    return _passkey_of(world.me or world.people["carer"])


def _passkey_of_others(world: Any) -> dict[str, Any]:
    return _passkey_of(_somebody("passkey@example.org"))


def _passkey_of(user: Any) -> dict[str, Any]:
    from allauth.mfa.models import Authenticator

    data = {"name": "Phone", "credential": {}}
    return {"pk": Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=data).pk}


def _somebody(email: str) -> Any:
    from accounts.models import User

    return User.objects.create_user(email)


ROWS = [
    Row("accounts:me", SIGNED_IN, GET_AND_POST),
    Row("accounts:representatives", SIGNED_IN),
    Row("accounts:acting", SIGNED_IN),
    Row("accounts:stop-acting", SIGNED_IN, ("POST",)),
    Row("accounts:act", SIGNED_IN, ("POST",), sample=_representation, foreign=_representation_of_others),
    Row(
        "accounts:representation-end",
        SIGNED_IN,
        GET_AND_POST,
        sample=_representation,
        foreign=_representation_of_others,
    ),
    Row("accounts:remove-passkey", SIGNED_IN, GET_AND_POST, sample=_passkey, foreign=_passkey_of_others),
    Row("accounts:invitation", PUBLIC, GET_AND_POST, sample=_token),
    Row("accounts:editors-account", PAGE_EDITORS),
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
