"""People: listing them, closing an account and opening it again."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Prefetch

import audit
from accounts import policy, sessions
from accounts.errors import NoSuchPerson
from accounts.models import User


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


def _set_active(email: str, is_active: bool, action: str, by: User | None) -> User:
    user = find(email)
    if not is_active:
        sessions.end_all([user.pk])
    if user.is_active != is_active:
        user.is_active = is_active
        user.save(update_fields=["is_active"])
        audit.record(action=action, by=by, object=user)
    return user
