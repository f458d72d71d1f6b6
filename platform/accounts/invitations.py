"""Inviting somebody to a role, and what becomes of the invitation."""

import datetime
import hashlib
import secrets
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

import audit
from accounts import policy, registry
from accounts.errors import AccountDisabled, AlreadyInvited, InvitationForSomebodyElse, InvitationNotOpen
from accounts.models import Invitation, User

OPEN_FOR = datetime.timedelta(days=14)
TOKEN_BYTES = 32


@transaction.atomic
def invite(
    *, email: str, role: str, area: Any = None, organisation: Any = None, by: User | None, name: str = ""
) -> Invitation:
    """Send an invitation to a role in an area, an organisation or (neither) the network; open for 14 days.

    `name` greets them in the e-mail and is not kept: they write their own when they accept. Raises UnknownRole or
    WrongScope of `accounts.policy`, AlreadyInvited, AccountDisabled.
    """
    policy.check_scope(role, area=area, organisation=organisation)
    email = email.strip().lower()
    if User.objects.filter(email=email, is_active=False).exists():
        raise AccountDisabled(email)
    if Invitation.objects.open().filter(email=email, role=role, area=area, organisation=organisation).exists():
        raise AlreadyInvited(email)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    invitation = Invitation.objects.create(
        email=email,
        role=role,
        area=area,
        organisation=organisation,
        token_digest=digest(token),
        invited_by=by,
        expires_at=timezone.now() + OPEN_FOR,
    )
    audit.record(action="invitation.send", by=by, area=area, object=invitation, detail={"role": role})
    send(invitation, token, name=name)
    return invitation


@transaction.atomic
def accept(*, invitation: Invitation, by: User) -> Any:
    """Take the role that was offered; returns what the registered granter returns.

    Raises InvitationNotOpen, and InvitationForSomebodyElse when `by` has another e-mail address.
    """
    row = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not row.is_open:
        raise InvitationNotOpen
    if by.email.lower() != row.email:
        raise InvitationForSomebodyElse
    row.accepted_at, row.accepted_by = timezone.now(), by
    row.save(update_fields=["accepted_at", "accepted_by"])
    audit.record(action="invitation.accept", by=by, area=row.area, object=row, detail={"role": row.role})
    return registry.grant(user=by, role=row.role, area=row.area, organisation=row.organisation, by=row.invited_by)


@transaction.atomic
def accept_as_newcomer(*, invitation: Invitation, name: str, password: str | None) -> User:
    """Make the account that the invitation was sent to, its address verified by the link, and take the role.

    Without a password it can only be signed in to in another way, which the caller gives it.
    Raises InvitationNotOpen, also when somebody has made an account with this address meanwhile.
    """
    if User.objects.filter(email=invitation.email).exists():
        raise InvitationNotOpen
    user = User.objects.create_user(invitation.email, password, name=name.strip())
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    accept(invitation=invitation, by=user)
    return user


@transaction.atomic
def withdraw(*, invitation: Invitation, by: User | None) -> Invitation:
    """Take an invitation back; raises InvitationNotOpen when it is accepted or over."""
    row = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not row.is_open:
        raise InvitationNotOpen
    row.withdrawn_at = timezone.now()
    row.save(update_fields=["withdrawn_at"])
    audit.record(action="invitation.withdraw", by=by, area=row.area, object=row, detail={"role": row.role})
    return row


def find_open(token: str) -> Invitation | None:
    """The open invitation with this token, or None: used, withdrawn, over and unknown look the same."""
    return Invitation.objects.open().select_related("area", "organisation").filter(token_digest=digest(token)).first()


def digest(token: str) -> str:
    """What is kept of a token. It is random and long, so that no slow hash is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


def send(invitation: Invitation, token: str, *, name: str = "") -> None:
    """The e-mail with the link, recorded in the transaction that makes the invitation."""
    context = {
        "invitation": invitation,
        "name": name,
        "role": policy.ROLES[invitation.role],
        "site": settings.WAGTAIL_SITE_NAME,
        "link": settings.SITE_URL.rstrip("/") + reverse("accounts:invitation", args=[token]),
    }
    send_mail(
        subject=f"You are invited: {invitation.role_name}, {invitation.where}",
        message=render_to_string("accounts/email/invitation.txt", context),
        from_email=None,
        recipient_list=[invitation.email],
    )
