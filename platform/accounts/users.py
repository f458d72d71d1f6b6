"""People: listing them, closing an account and opening it again."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Prefetch
from django.template.loader import render_to_string
from django.urls import reverse

import audit
from accounts import policy, sessions
from accounts.errors import NoSuchPerson
from accounts.models import User

RESET_WHY = ("lost", "stolen", "broken")


@dataclass(frozen=True)
class PersonRow:
    """One person for a list: `roles` in words, such as `Area lead of Kernow`."""

    email: str
    name: str
    is_active: bool
    roles: tuple[str, ...]


def list_users() -> list[PersonRow]:
    """Everybody with an account, by e-mail address, with their live roles. Two queries, however many they are."""
    return [
        PersonRow(user.email, user.name, user.is_active, tuple(role_words(row) for row in user.live_memberships))
        for user in with_live_memberships()
    ]


def with_live_memberships():
    """People by e-mail address, each with `live_memberships` loaded."""
    memberships = User._meta.get_field("memberships").related_model._default_manager
    live = memberships.filter(ended_at__isnull=True).select_related("area", "organisation").order_by("granted_at", "pk")
    return User.objects.order_by("email").prefetch_related(
        Prefetch("memberships", queryset=live, to_attr="live_memberships")
    )


def role_words(membership) -> str:
    """`Area lead of Kernow`, `Provider editor of Disability Cornwall`, `Board member`."""
    name = policy.ROLES[membership.role].name if membership.role in policy.ROLES else membership.role
    where = membership.area or membership.organisation
    return f"{name} of {where}" if where else name


def find(email: str) -> User:
    """The person with this address in any case; raises NoSuchPerson."""
    try:
        return User.objects.get(email=email.strip().lower())
    except User.DoesNotExist:
        raise NoSuchPerson(email) from None


@transaction.atomic
def disable(*, email: str, by: User | None) -> User:
    """Close an account: the person is signed out everywhere and can't sign in. Raises NoSuchPerson."""
    return _set_active(email, False, "user.disable", by)


@transaction.atomic
def enable(*, email: str, by: User | None) -> User:
    """Open a closed account again, with the roles that it had. Raises NoSuchPerson."""
    return _set_active(email, True, "user.enable", by)


@transaction.atomic
def reset_second_step(*, email: str, why: str, by: User | None) -> User:
    """Take away somebody's second step, after they have shown who they are: their phone or key is lost.

    Their password goes too, so that whoever knows it gains nothing: they set a new one by a link to their e-mail
    address, and a new second step when they sign in. They are signed out everywhere, and told. `why` is one of
    RESET_WHY. Raises NoSuchPerson.
    """
    if why not in RESET_WHY:
        raise ValueError(f"{why!r} is no reason: {', '.join(RESET_WHY)}.")
    user = find(email)
    sessions.end_all([user.pk])
    count, _ = Authenticator.objects.filter(user=user).delete()
    user.set_unusable_password()
    user.save(update_fields=["password"])
    audit.record(action="second_step.take_away", by=by, object=user, detail={"why": why, "removed": count})
    link = settings.SITE_URL.rstrip("/") + reverse("account_reset_password")
    send_mail(
        subject="Your second step was taken away",
        message=render_to_string("accounts/email/second_step_reset.txt", {"name": str(user), "link": link}),
        from_email=None,
        recipient_list=[user.email],
    )
    return user


def _set_active(email: str, is_active: bool, action: str, by: User | None) -> User:
    user = find(email)
    if not is_active:
        sessions.end_all([user.pk])
    if user.is_active != is_active:
        user.is_active = is_active
        user.save(update_fields=["is_active"])
        audit.record(action=action, by=by, object=user)
    return user
