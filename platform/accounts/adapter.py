"""What allauth asks of us: who may sign up, where to go after, what a factor is called."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from accounts.access import Access

ISSUER_WHERE_NO_NETWORK = "IPC network"


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by e-mail; accounts are made from invitations only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: `/account/invitation/<token>/` makes the account of somebody invited, on the page of the link."""
        return False

    def get_user_search_fields(self) -> list[str]:
        """By e-mail only; people have no user name."""
        return ["email"]


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Sign-in with another organisation's account, for people who have one here already."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never: see AccountAdapter."""
        return False


class MFAAdapter(DefaultMFAAdapter):
    """Two-step sign-in."""

    def get_totp_issuer(self) -> str:
        """The name that an authenticator app shows."""
        return settings.WAGTAIL_SITE_NAME or ISSUER_WHERE_NO_NETWORK

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """False for the last second step of somebody whose role needs one; a new one has to be added first."""
        if authenticator.type == Authenticator.Type.RECOVERY_CODES or not settings.MFA_REQUIRED_FOR_STAFF_ROLES:
            return True
        others = (
            Authenticator.objects.filter(user_id=authenticator.user_id)
            .exclude(pk=authenticator.pk)
            .exclude(type=Authenticator.Type.RECOVERY_CODES)
        )
        return others.exists() or not Access(authenticator.user).is_staff
