"""Who works with the area, and what it can build on."""

from django.db import models

from tenants import groups
from tenants.history import tracked
from tenants.models.network import PARTNER_STATUS


@tracked
class Partner(models.Model):
    """An organisation that works with the area, for one group or (group empty) for all."""

    group = models.CharField("group", max_length=30, choices=groups.CHOICES, blank=True)
    organisation = models.ForeignKey("tenants.Organisation", on_delete=models.PROTECT, related_name="+")
    status = models.CharField("status", max_length=20, choices=PARTNER_STATUS, default="endorsed")

    class Meta:
        verbose_name = "partner"
        ordering = ["organisation__name", "group"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "organisation"],
                name="partner_once_for_a_group",
                violation_error_message="This organisation is a partner for this group already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.get_group_display() or 'all groups'})"


@tracked
class Resource(models.Model):
    """People, tools or groundwork that the area can build on, for one group or (group empty) for all."""

    group = models.CharField("group", max_length=30, choices=groups.CHOICES, blank=True)
    what = models.CharField("what", max_length=300)

    class Meta:
        verbose_name = "resource"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "what"],
                name="resource_once_for_a_group",
                violation_error_message="This resource is in the list for this group already.",
            )
        ]

    def __str__(self) -> str:
        return self.what


@tracked
class GroupPerson(models.Model):
    """A person of the area's team for one group, or (group empty) for all: told to the team only."""

    group = models.CharField("group", max_length=30, choices=groups.CHOICES, blank=True)
    name = models.CharField("name", max_length=120)
    role = models.CharField("what they do", max_length=120)
    organisation = models.ForeignKey(
        "tenants.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "person for a group"
        verbose_name_plural = "people for groups"
        ordering = ["group", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "name", "role"],
                name="person_once_for_a_group",
                violation_error_message="This person has this role for this group already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.role}"
