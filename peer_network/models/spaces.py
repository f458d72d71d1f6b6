"""Spaces, in which topics stand."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.today import moment
from tenants import groups


class SpaceQuerySet(models.QuerySet["Space"]):
    def open_now(self) -> "SpaceQuerySet":
        """Spaces that are not closed."""
        return self.filter(closed_at__isnull=True)


class Space(models.Model):
    """Where topics of one kind stand. Who reads or writes in one of an area is not said to live there.

    `shown_topics` is kept by `forum.showing`.
    """

    class Kind(models.TextChoices):
        NETWORK = "network", "For everybody"
        GROUP = "group", "For a group of people"
        AREA = "area", "About an area"
        SUBJECT = "subject", "About a subject"

    class Entry(models.TextChoices):
        OPEN = "open", "Every member"
        BY_REQUEST = "by_request", "Members who asked, and whom a moderator let in"

    slug = models.SlugField("name in addresses", max_length=60, unique=True)
    kind = models.CharField("kind", max_length=8, choices=Kind)
    title = models.CharField("title", max_length=80)
    about = models.CharField("what it is for", max_length=300)
    group = models.CharField("group", max_length=30, choices=groups.CHOICES, blank=True)
    area = models.ForeignKey(settings.TENANT_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entry = models.CharField("who may come in", max_length=10, choices=Entry, default=Entry.OPEN)
    order = models.PositiveSmallIntegerField("place in the list", default=100)
    closed_at = models.DateTimeField("closed", null=True, blank=True)
    shown_topics = models.PositiveIntegerField("topics that members see", default=0, editable=False)
    is_sample = models.BooleanField("sample", default=False)

    objects = SpaceQuerySet.as_manager()

    class Meta:
        verbose_name = "space"
        ordering = ["order", "title"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind="group") & ~Q(group="")) | (~Q(kind="group") & Q(group="")),
                name="peers_space_group",
                violation_error_message="A space for a group of people says which group, and no other space does.",
            ),
            models.CheckConstraint(
                condition=Q(kind="area", area__isnull=False) | (~Q(kind="area") & Q(area__isnull=True)),
                name="peers_space_area",
                violation_error_message="A space about an area says which area, and no other space does.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class SpaceEntry(models.Model):
    """That a member asked to come into a space, and what a moderator said."""

    class State(models.TextChoices):
        ASKED = "asked", "Waits for a moderator"
        IN = "in", "Is in"
        REFUSED = "refused", "Not let in"
        LEFT = "left", "Has left"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="entries")
    member = models.ForeignKey("peer_network.Member", on_delete=models.CASCADE, related_name="entries")
    state = models.CharField("state", max_length=8, choices=State, default=State.ASKED)
    words = models.CharField("what they said", max_length=500, blank=True)
    asked_at = models.DateTimeField("asked", default=moment)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField("answered", null=True, blank=True)
    reason = models.CharField("why not", max_length=500, blank=True)

    class Meta:
        verbose_name = "entry into a space"
        verbose_name_plural = "entries into spaces"
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["space", "member"],
                name="peers_space_entry_once",
                violation_error_message="You have asked to come into this space already.",
            )
        ]

    def __str__(self) -> str:
        return f"Entry into {self.space}"
