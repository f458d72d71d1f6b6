"""Accounts at providers that people have linked: told in the audit, and never the last way in that is taken away."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount import signals
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db import transaction
from django.dispatch import receiver

import audit
from accounts.models import User


def ways_in(user: User, *, without_account: Any = None, without_passkey: Any = None) -> int:
    """How many ways to sign in a person has: a password, passkeys, accounts at providers that are set up."""
    offered = [each.id for each in settings.OIDC_PROVIDERS]
    linked = SocialAccount.objects.filter(user=user, provider__in=offered)
    if without_account is not None:
        linked = linked.exclude(pk=without_account.pk)
    keys = [
        each
        for each in Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN)
        if each.wrap().is_passwordless and (without_passkey is None or each.pk != without_passkey.pk)
    ]
    return int(user.has_usable_password()) + linked.count() + len(keys)


@receiver(signals.social_account_added, dispatch_uid="accounts.linked")
def linked(sender: Any, request: Any, sociallogin: Any, **_: Any) -> None:
    """One row in the audit for each link."""
    _record("linked_account.add", sociallogin.user, sociallogin.account.provider)


@receiver(signals.social_account_removed, dispatch_uid="accounts.unlinked")
def unlinked(sender: Any, request: Any, socialaccount: Any, **_: Any) -> None:
    """One row in the audit for each link that is taken away."""
    _record("linked_account.remove", request.user, socialaccount.provider)


def _record(action: str, user: User, provider: str) -> None:
    with transaction.atomic():
        audit.record(action=action, by=user, object=user, detail={"provider": provider})
