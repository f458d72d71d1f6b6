"""Who may do what, and where: a person's role in an area, in an organisation or in the network."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tenants.history import tracked
from tenants.protected import Protected, ProtectedQuerySet


class MembershipQuerySet(ProtectedQuerySet):
    def live(self) -> "MembershipQuerySet":
        """Memberships that have not ended."""
        return self.filter(ended_at__isnull=True)


@tracked
class Membership(Protected):
    """One role of one person. Ended, never deleted, so that it can be told later who could see what.

    Written through `tenants.memberships` only; the role's slug is one of `accounts.policy.ROLES`.
    """

    written_by = "tenants.memberships"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField("role", max_length=40)
    area = models.ForeignKey(
        "tenants.Area", on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    organisation = models.ForeignKey(
        "tenants.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    granted_at = models.DateTimeField("from", auto_now_add=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField("until", null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "membership"
        ordering = ["granted_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(area__isnull=True) | Q(organisation__isnull=True),
                name="membership_area_or_organisation",
                violation_error_message="A role belongs to an area or to an organisation, not to both.",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "area", "organisation"],
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="membership_live_once",
                violation_error_message="This person has this role here already.",
            ),
        ]

    def __str__(self) -> str:
        where = self.area or self.organisation or "the network"
        return f"{self.role} of {where}"
