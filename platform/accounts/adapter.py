"""What allauth asks of us: who may sign up, where to go after, what a factor is called."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

import audit
from accounts import sealing
from accounts.access import Access
from accounts.openid import linking, newcomers, stages

logger = logging.getLogger(__name__)

ISSUER_WHERE_NO_NETWORK = "IPC network"


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by e-mail; accounts are made from invitations only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: `/account/invitation/<token>/` makes the account of somebody invited, on the page of the link."""
        return False

    def get_user_search_fields(self) -> list[str]:
        """By e-mail only; people have no user name."""
        return ["email"]

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Also before an account of another organisation is linked: a computer left open must not be enough."""
        return app == "allauth.socialaccount" or super().is_reauthentication_required(app=app)

    def get_login_stages(self) -> list[str]:
        """allauth's, with a second step that knows of providers who took two."""
        return stages.with_ours(super().get_login_stages())


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Sign-in with another organisation's account: found by the provider's subject, never by e-mail address."""

    error_messages = {
        **DefaultSocialAccountAdapter.error_messages,
        "no_password": "This is your only way to sign in. Set a password or add a passkey first.",
        "connected_other": "This account is linked to somebody else here already.",
    }

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never. Whoever holds an invitation is led back to it; others read how to link the account."""
        raise ImmediateHttpResponse(newcomers.answer(request, sociallogin.account))

    def authenticate_by_email(self, sociallogin: Any) -> None:
        """Nobody: an address that a provider sends proves nothing here."""
        return

    def list_apps(self, request: HttpRequest, provider: Any = None, client_id: Any = None) -> list[SocialApp]:
        """The providers of the settings; rows that somebody put into allauth's table count for nothing."""
        return [
            SocialApp(provider="openid_connect", provider_id=each.id, name=each.name, client_id=each.client_id)
            for each in settings.OIDC_PROVIDERS
            if provider in (None, "openid_connect", each.id) and client_id in (None, each.client_id)
        ]

    def validate_disconnect(self, account: Any, accounts: Any) -> None:
        """Raise a ValidationError for the last way to sign in."""
        if linking.ways_in(account.user, without_account=account) == 0:
            raise self.validation_error("no_password")

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None
    ) -> None:
        """Log why, in a word, and leave a row in the audit; the person gets one plain page for all reasons."""
        why = getattr(exception, "why", None) or (type(exception).__name__ if exception else str(error))
        logger.warning("sign-in with %s refused: %s (%s)", provider.app.provider_id, why, exception or "")
        with transaction.atomic():
            audit.record(
                action="session.refuse",
                by_words="Nobody signed in",
                detail={"provider": provider.app.provider_id, "why": why},
            )


class MFAAdapter(DefaultMFAAdapter):
    """Two-step sign-in."""

    def get_totp_issuer(self) -> str:
        """The name that an authenticator app shows."""
        return settings.WAGTAIL_SITE_NAME or ISSUER_WHERE_NO_NETWORK

    def encrypt(self, text: str) -> str:
        """Seal the seed of an app or of recovery codes before it is kept."""
        return sealing.seal_seed(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The seed again."""
        return sealing.open_seed(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """False for the last second step of somebody whose role needs one, and for the last way to sign in at all."""
        if authenticator.type == Authenticator.Type.RECOVERY_CODES:
            return True
        if linking.ways_in(authenticator.user, without_passkey=authenticator) == 0:
            return False  # a passkey that is the only way in
        if not settings.MFA_REQUIRED_FOR_STAFF_ROLES:
            return True
        others = (
            Authenticator.objects.filter(user_id=authenticator.user_id)
            .exclude(pk=authenticator.pk)
            .exclude(type=Authenticator.Type.RECOVERY_CODES)
        )
        return others.exists() or not Access(authenticator.user).is_staff
