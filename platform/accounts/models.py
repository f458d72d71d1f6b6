"""People who sign in, invitations to a role, and the timed sessions of operators."""

import uuid

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from accounts import policy


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address, which is kept in lower case."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """A saved user; raises ValueError without an e-mail address. Without a password none will sign in."""
        if not email:
            raise ValueError("A person needs an e-mail address to sign in with.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str | None) -> "User":
        """The user with this address, whatever its case."""
        return self.get(email=(email or "").strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A person: an e-mail address to sign in with, a name, and a public id that says nothing about them.

    What they may do follows from their memberships (`tenants.Membership`), never from Django's groups;
    `is_superuser` is false for everybody, and the database holds it: a superuser would pass Wagtail's and Django's
    own checks without any role. `is_staff` is Django's and means nothing here.
    """

    public_id = models.UUIDField("public id", default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField("name", max_length=200, blank=True)
    is_active = models.BooleanField("may sign in", default=True)
    is_staff = models.BooleanField("may open Django's admin", default=False)
    date_joined = models.DateTimeField("joined", default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique_in_any_case",
                violation_error_message="There is an account with this e-mail address already.",
            ),
            models.CheckConstraint(
                condition=Q(is_superuser=False),
                name="user_never_superuser",
                violation_error_message="Nobody is a superuser here. Give a role instead.",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        """The name as the person gave it, or the e-mail address."""
        return str(self)

    def get_short_name(self) -> str:
        """The first word of the name, or the e-mail address."""
        return self.name.split(" ")[0] if self.name else self.email


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> "InvitationQuerySet":
        """Invitations that can still be accepted."""
        return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=timezone.now())


def _roles(*scopes: policy.Scope) -> list[str]:
    return sorted(role.slug for role in policy.ROLES.values() if role.scope in scopes)


class Invitation(models.Model):
    """An e-mail that offers one role. Only a digest of its link's token is kept, so nobody can read a link here.

    Written through `accounts.invitations` only.
    """

    email = models.EmailField("e-mail address")
    role = models.CharField("role", max_length=40)
    area = models.ForeignKey(
        settings.TENANT_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    organisation = models.ForeignKey(
        "tenants.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    token_digest = models.CharField("digest of the link's token", max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    invited_at = models.DateTimeField("sent", auto_now_add=True)
    expires_at = models.DateTimeField("can be accepted until")
    accepted_at = models.DateTimeField("accepted", null=True, blank=True)
    accepted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField("withdrawn", null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "invitation"
        ordering = ["-invited_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(area__isnull=False, organisation__isnull=True)
                    & Q(role__in=_roles(policy.Scope.AREA, policy.Scope.AREA_OR_NETWORK))
                )
                | (Q(area__isnull=True, organisation__isnull=False) & Q(role__in=_roles(policy.Scope.ORGANISATION)))
                | (
                    Q(area__isnull=True, organisation__isnull=True)
                    & Q(role__in=_roles(policy.Scope.NETWORK, policy.Scope.AREA_OR_NETWORK))
                ),
                name="invitation_role_held_here",
                violation_error_message="This role cannot be held here. Choose another role or another place.",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="invitation_accepted_or_withdrawn",
                violation_error_message="An invitation that was accepted cannot be withdrawn.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email}: {self.role_name}"

    @property
    def is_open(self) -> bool:
        """Whether it can still be accepted."""
        return not (self.accepted_at or self.withdrawn_at) and self.expires_at > timezone.now()

    @property
    def role_name(self) -> str:
        """The role as people read it."""
        return policy.ROLES[self.role].name if self.role in policy.ROLES else self.role

    @property
    def where(self) -> str:
        """`Kernow`, `Disability Cornwall`, or `the network`."""
        return str(self.area or self.organisation or "the network")


class StaffSession(models.Model):
    """A timed session in which an operator may open Django's admin and the gallery, begun with a reason."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="staff_sessions")
    reason = models.CharField("why", max_length=300)
    started_at = models.DateTimeField("from")
    ends_at = models.DateTimeField("until at the latest")
    ended_at = models.DateTimeField("ended", null=True, blank=True)

    class Meta:
        verbose_name = "staff session"
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(ended_at__isnull=True),
                name="staff_session_one_at_a_time",
                violation_error_message="A staff session is open already.",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("started_at")),
                name="staff_session_ends_after_start",
                violation_error_message="A staff session ends after it starts.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.reason}"


# A model of this app in a file of its own.
from accounts.representing.models import Representation  # noqa: E402, F401
