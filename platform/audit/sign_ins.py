"""Rows for signing in and out, from Django's own signals (allauth sends them too)."""

from typing import Any

from django.contrib.auth import get_user_model, signals
from django.db import transaction
from django.dispatch import receiver

from audit import actions, registry

ADDRESS_FIELDS = ("email", "login", "username")


def register() -> None:
    """Name the actions. The receivers below are connected by importing this module."""
    registry.register("session.start", "Signed in")
    registry.register("session.end", "Signed out")
    registry.register("session.refuse", "Tried to sign in and was refused")


@receiver(signals.user_logged_in, dispatch_uid="audit.signed_in")
def signed_in(sender: Any, user: Any, **_: Any) -> None:
    """One row for each sign-in."""
    with transaction.atomic():
        actions.record(action="session.start", by=user)


@receiver(signals.user_logged_out, dispatch_uid="audit.signed_out")
def signed_out(sender: Any, user: Any, **_: Any) -> None:
    """One row for each sign-out; none where nobody was signed in."""
    if user is not None:
        with transaction.atomic():
            actions.record(action="session.end", by=user)


@receiver(signals.user_login_failed, dispatch_uid="audit.sign_in_refused")
def sign_in_refused(sender: Any, credentials: dict[str, Any], **_: Any) -> None:
    """One row for each refused sign-in.

    It names the account that was tried. An address without an account is not kept: people type passwords there.
    """
    tried = next((str(credentials[name]) for name in ADDRESS_FIELDS if credentials.get(name)), "")
    account = get_user_model().objects.filter(email=tried.strip().lower()).first() if tried else None
    with transaction.atomic():
        actions.record(
            action="session.refuse",
            by_words=actions.NOBODY,
            object=account,
            detail={"has_account": account is not None},
        )
