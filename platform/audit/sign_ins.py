"""Rows for signing in and out and for what people sign in with, from Django's and allauth's own signals."""

from typing import Any

from allauth.account import signals as account_signals
from allauth.mfa import signals as mfa_signals
from django.contrib.auth import get_user_model, signals
from django.db import transaction
from django.dispatch import receiver

from audit import actions, registry
from audit.registry import Kind

ADDRESS_FIELDS = ("email", "login", "username")
# Where allauth keeps how this session was signed in: [{"method": "mfa", "type": "totp", "at": …}, …]
METHODS_KEY = "account_authentication_methods"
ACTIONS = {
    "session.start": "Signed in",
    "session.end": "Signed out",
    "session.refuse": "Tried to sign in and was refused",
    "second_step.refuse": "Gave a wrong second step",
    "second_step.add": "Set up a second step or passkey",
    "second_step.remove": "Removed a second step or passkey",
    "recovery_codes.renew": "Made new recovery codes",
    "password.change": "Changed their password",
    "password.reset": "Chose a new password by e-mail",
    "address.change": "Changed the e-mail address they sign in with",
}


def register() -> None:
    """Name the actions. The receivers below are connected by importing this module."""
    for action, words in ACTIONS.items():
        registry.register(action, words, Kind.SIGN_IN)


@receiver(signals.user_logged_in, dispatch_uid="audit.signed_in")
def signed_in(sender: Any, user: Any, request: Any = None, **_: Any) -> None:
    """One row for each sign-in, which says by what: a password, a second step, a passkey, a provider."""
    with transaction.atomic():
        actions.record(action="session.start", by=user, detail=_methods_of(request))


def _methods_of(request: Any) -> dict[str, Any]:
    session = getattr(request, "session", None)
    steps = session.get(METHODS_KEY, []) if session is not None else []
    found = [
        ": ".join(str(step[part]) for part in ("method", "type", "provider") if step.get(part))
        for step in steps
        if not step.get("reauthenticated")
    ]
    return {"by": found} if found else {}


def _note(action: str, user: Any, **detail: Any) -> None:
    with transaction.atomic():
        actions.record(action=action, by=user, object=user, detail=detail)


@receiver(mfa_signals.authentication_failed, dispatch_uid="audit.second_step_refused")
def second_step_refused(sender: Any, user: Any, **_: Any) -> None:
    """The password was right and the code was not: somebody else may have the password."""
    with transaction.atomic():
        actions.record(action="second_step.refuse", by_words=actions.NOBODY, object=user)


@receiver(mfa_signals.authenticator_added, dispatch_uid="audit.second_step_added")
def second_step_added(sender: Any, user: Any, authenticator: Any, **_: Any) -> None:
    """An app, a key or a passkey."""
    _note("second_step.add", user, type=authenticator.type)


@receiver(mfa_signals.authenticator_removed, dispatch_uid="audit.second_step_removed")
def second_step_removed(sender: Any, user: Any, authenticator: Any, **_: Any) -> None:
    """The same, taken away."""
    _note("second_step.remove", user, type=authenticator.type)


@receiver(mfa_signals.authenticator_reset, dispatch_uid="audit.recovery_codes_renewed")
def recovery_codes_renewed(sender: Any, user: Any, authenticator: Any, **_: Any) -> None:
    """New recovery codes."""
    _note("recovery_codes.renew", user, type=authenticator.type)


@receiver(account_signals.password_changed, dispatch_uid="audit.password_changed")
def password_changed(sender: Any, user: Any, **_: Any) -> None:
    """By somebody signed in."""
    _note("password.change", user)


@receiver(account_signals.password_reset, dispatch_uid="audit.password_reset")
def password_reset(sender: Any, user: Any, **_: Any) -> None:
    """By a link in an e-mail."""
    _note("password.reset", user)


@receiver(account_signals.email_changed, dispatch_uid="audit.address_changed")
def address_changed(sender: Any, user: Any, **_: Any) -> None:
    """The addresses are not written down."""
    _note("address.change", user)


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
