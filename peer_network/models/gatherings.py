"""Local groups and their events. Who proposed one is never shown: it would say where a member lives."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from config.today import moment
from peer_network.models.listings import Listing
from tenants.keys import GROUP_KEYS, keys_are_of, keys_field


class LocalGroup(Listing):
    """A group that meets: what it is, for whom, in which town and kind of place. How to come is asked in the room."""

    class Kind(models.TextChoices):
        GROUP = "group", "Informal group"
        COURSE = "course", "Peer-led course"
        COACHES = "coaches", "Trained peer coaches"
        ONLINE = "online", "Online group"

    class Place(models.TextChoices):
        CENTRE = "centre", "Community centre or hall"
        LIBRARY = "library", "Library"
        CAFE = "cafe", "Café"
        SURGERY = "surgery", "Health centre"
        COLLEGE = "college", "College or school"
        OUTDOORS = "outdoors", "Outdoors"
        ONLINE = "online", "Online"
        OTHER = "other", "Somewhere else"

    proposed_by = models.ForeignKey(
        "peer_network.Member", related_name="local_groups", on_delete=models.SET_NULL, null=True, blank=True
    )
    title = models.CharField("name of the group", max_length=80)
    about = models.TextField("what it is", max_length=1_500)
    kind = models.CharField("kind", max_length=8, choices=Kind)
    groups = keys_field("for whom")
    place = models.CharField("where it meets", max_length=8, choices=Place)
    town = models.CharField("town or village", max_length=60, blank=True)
    area = models.ForeignKey(settings.TENANT_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    coming = models.CharField("how to come for the first time", max_length=500, blank=True)
    takes_new = models.BooleanField("takes new people", default=True)

    class Meta(Listing.Meta):
        verbose_name = "local group"
        ordering = ["title", "pk"]
        constraints = [
            *Listing.Meta.constraints,
            keys_are_of("groups", GROUP_KEYS, "peers_local_group_groups"),
            models.CheckConstraint(
                condition=Q(place="online") | (Q(area__isnull=False) & ~Q(town="")),
                name="peers_local_group_place",
                violation_error_message="A group that meets somewhere has a town and an area.",
            ),
        ]

    def __str__(self) -> str:
        return f"Group {self.pk}"


class GroupEvent(Listing):
    """A meeting of a group. `version` counts its changes, so that calendars move it; `told_version` whom we told."""

    group = models.ForeignKey(LocalGroup, on_delete=models.CASCADE, related_name="events")
    proposed_by = models.ForeignKey(
        "peer_network.Member", related_name="+", on_delete=models.SET_NULL, null=True, blank=True
    )
    title = models.CharField("title", max_length=80)
    starts_at = models.DateTimeField("starts")
    ends_at = models.DateTimeField("ends")
    is_online = models.BooleanField("online", default=False)
    place = models.CharField("place", max_length=160, blank=True)
    words = models.TextField("what happens there", max_length=1_500)
    accessibility = models.CharField("getting in and around", max_length=500, blank=True)
    is_public = models.BooleanField("shown outside the peer network too", default=True)
    changed_at = models.DateTimeField("last changed", default=moment)
    version = models.PositiveSmallIntegerField("version", default=0)
    told_version = models.PositiveSmallIntegerField("version of which people were told", default=0)
    cancelled_at = models.DateTimeField("cancelled", null=True, blank=True)

    class Meta(Listing.Meta):
        verbose_name = "event of a group"
        verbose_name_plural = "events of groups"
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["starts_at"], condition=Q(state="shown"), name="peers_event_next")]
        constraints = [
            *Listing.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="peers_event_ends_after",
                violation_error_message="It ends after it starts.",
            ),
            models.CheckConstraint(
                condition=Q(is_online=True) | ~Q(place=""),
                name="peers_event_place",
                violation_error_message="Say where it is, or that it is online.",
            ),
        ]

    def __str__(self) -> str:
        return f"Event {self.pk}"


class EventComer(models.Model):
    """That a member said they come. Nobody else sees it, nor how many there are."""

    event = models.ForeignKey(GroupEvent, on_delete=models.CASCADE, related_name="comers")
    member = models.ForeignKey("peer_network.Member", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField("said", default=moment)

    class Meta:
        verbose_name = "somebody who comes to an event"
        verbose_name_plural = "people who come to events"
        constraints = [
            models.UniqueConstraint(
                fields=["event", "member"],
                name="peers_event_comer_once",
                violation_error_message="You have said so already.",
            )
        ]

    def __str__(self) -> str:
        return f"Comes to {self.event_id}"
