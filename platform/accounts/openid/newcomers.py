"""Somebody whose account at a provider we don't know: on to the invitation they hold, or told what to do.

An e-mail address that a provider sends never finds an account: whoever controls such an address there would take over
the account here. A newcomer's account is made only for the holder of an open invitation.
"""

import time
from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

import audit
from accounts import invitations
from accounts.models import Invitation, User
from accounts.openid.provider import configured

HELD_KEY = "ipc_invitation_held"
PENDING_KEY = "ipc_linked_account_pending"
PENDING_SECONDS = 15 * 60


def hold(request: HttpRequest, token: str) -> None:
    """Remember the link that somebody opened, while they are away at a provider. The session holds its digest only."""
    request.session[HELD_KEY] = {"digest": invitations.digest(token), "path": request.path}


def answer(request: HttpRequest, account: SocialAccount) -> HttpResponse:
    """Back to the invitation that this visitor opened, or a page that says how to link the account."""
    held = request.session.get(HELD_KEY)
    if held and Invitation.objects.open().filter(token_digest=held["digest"]).exists():
        request.session[PENDING_KEY] = {
            "provider": account.provider,
            "uid": account.uid,
            "digest": held["digest"],
            "at": time.time(),
        }
        return redirect(held["path"])
    name = configured(account.provider).name
    return render(request, "accounts/not_linked.html", {"provider": name}, status=403)


def pending(request: HttpRequest, token: str) -> dict[str, Any] | None:
    """The account at a provider with which somebody came back to this very invitation, while it is fresh."""
    found = request.session.get(PENDING_KEY)
    if not found or found["digest"] != invitations.digest(token) or time.time() - found["at"] > PENDING_SECONDS:
        return None
    return {**found, "name": configured(found["provider"]).name}


@transaction.atomic
def accept(*, invitation: Invitation, name: str, provider: str, uid: str) -> User:
    """Make the account that was invited, without a password, linked to this subject, and take the role.

    Raises InvitationNotOpen as `invitations.accept_as_newcomer` does.
    """
    user = invitations.accept_as_newcomer(invitation=invitation, name=name, password=None)
    SocialAccount.objects.create(user=user, provider=provider, uid=uid, extra_data={})
    audit.record(action="linked_account.add", by=user, detail={"provider": provider})
    return user


def choices(request: HttpRequest) -> list[tuple[str, str]]:
    """(name, address) of each provider, for the page of an invitation."""
    from django.conf import settings

    here = f"?next={request.path}"
    return [(each.name, reverse("openid_connect_login", args=[each.id]) + here) for each in settings.OIDC_PROVIDERS]
