"""Other directories of services: what was taken over from them, and each time that it was read."""

import uuid

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from config.today import moment
from market import words
from market.models.keys import keys_field
from tenants.keys import keys_are_of


class Directory(models.Model):
    """Another directory that publishes its services as Open Referral UK.

    `area` is the area whose commissioner added it; commissioners of any of `areas` look after it. `needs` are the
    kinds of support under which its services are listed where they name none of ours. `address` is empty where files
    are handed in. What was read from it is shown as "not checked here" while `is_shown`.
    """

    class Refresh(models.TextChoices):
        NEVER = "never", "Only when somebody asks for it"
        DAILY = "daily", "Every night"
        WEEKLY = "weekly", "Every Sunday night"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField("name", max_length=120, unique=True)
    address = models.URLField("address of the feed", max_length=300, blank=True)
    licence = models.CharField("licence of its data", max_length=200, blank=True)
    areas = keys_field("areas")
    needs = keys_field("kinds of support")
    refresh = models.CharField("read again", max_length=6, choices=Refresh, default=Refresh.NEVER)
    is_shown = models.BooleanField("shown in the marketplace", default=True)
    area = models.ForeignKey(settings.TENANT_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    added_at = models.DateTimeField("added", default=moment)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "directory"
        verbose_name_plural = "directories"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["address"], condition=~Q(address=""), name="market_directory_address_once"),
            keys_are_of("needs", words.Need.values, "market_directory_needs"),
            models.CheckConstraint(
                condition=Q(refresh="never") | ~Q(address=""),
                name="market_directory_refresh_has_address",
                violation_error_message="Only a directory with an address can be read again by itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class DirectoryRecord(models.Model):
    """One service, organisation or taxonomy of a directory, matched by its own identifier there.

    `document` is what was last accepted, whole. Where somebody here edited the offer, a later change of the directory
    stands in `waiting` beside it until a commissioner takes it or keeps ours. `gone_on` is the day of the first run
    in which the directory no longer had it.
    """

    class Kind(models.TextChoices):
        SERVICE = "service", "Service"
        ORGANISATION = "organization", "Organisation"
        TAXONOMY = "taxonomy", "Taxonomy"
        TERM = "taxonomy_term", "Term"

    class State(models.TextChoices):
        LISTED = "listed", "In the directory"
        GONE = "gone", "No longer in the directory"
        HIDDEN = "hidden", "Taken off the list"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    directory = models.ForeignKey(Directory, on_delete=models.CASCADE, related_name="records")
    kind = models.CharField("kind", max_length=13, choices=Kind)
    external_id = models.CharField("identifier in the directory", max_length=100)
    name = models.CharField("name", max_length=300, blank=True)
    document = models.JSONField("document")
    digest = models.CharField("digest of the document", max_length=64)
    waiting = models.JSONField("change that waits", null=True, blank=True)
    edited_at = models.DateTimeField("edited here", null=True, blank=True)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    state = models.CharField("state", max_length=6, choices=State, default=State.LISTED)
    gone_on = models.DateField("gone since", null=True, blank=True)
    last_seen = models.PositiveIntegerField("number of the run that last found it", default=0)
    offer = models.OneToOneField(
        "market.Offer", on_delete=models.PROTECT, null=True, blank=True, related_name="directory_record"
    )
    provider = models.OneToOneField(
        "market.Provider", on_delete=models.PROTECT, null=True, blank=True, related_name="directory_record"
    )

    class Meta:
        verbose_name = "record of a directory"
        verbose_name_plural = "records of directories"
        ordering = ["directory", "kind", "name", "pk"]
        indexes = [
            GinIndex(fields=["document"], opclasses=["jsonb_path_ops"], name="market_record_document"),
            models.Index(fields=["directory", "state", "kind"], name="market_record_state"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["directory", "kind", "external_id"],
                name="market_record_once",
                violation_error_message="A directory has each identifier once.",
            ),
            models.CheckConstraint(
                condition=Q(state="listed", gone_on__isnull=True)
                | Q(state="gone", gone_on__isnull=False)
                | Q(state="hidden"),
                name="market_record_gone_on",
                violation_error_message="What is gone was gone on some day.",
            ),
            models.CheckConstraint(
                condition=Q(waiting__isnull=True) | Q(edited_at__isnull=False),
                name="market_record_waits_for_edit",
                violation_error_message="A change waits only where somebody edited the offer here.",
            ),
        ]

    def __str__(self) -> str:
        return f"Record {self.pk}"


class DirectoryRun(models.Model):
    """One reading of a directory, dry or not, with its report. A refused one has changed nothing."""

    class Outcome(models.TextChoices):
        TRIED = "tried", "Tried out: nothing was changed"
        LOADED = "loaded", "Loaded"
        REFUSED = "refused", "Refused: nothing was changed"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    directory = models.ForeignKey(Directory, on_delete=models.CASCADE, related_name="runs")
    outcome = models.CharField("outcome", max_length=7, choices=Outcome)
    source = models.CharField("read from", max_length=300)
    file = models.CharField("kept file", max_length=200, blank=True)
    run_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    run_at = models.DateTimeField("read", default=moment)
    seconds = models.FloatField("seconds", default=0)
    read = models.PositiveIntegerField("records read", default=0)
    new = models.PositiveIntegerField("new", default=0)
    changed = models.PositiveIntegerField("changed", default=0)
    same = models.PositiveIntegerField("unchanged", default=0)
    waits = models.PositiveIntegerField("changed, but edited here", default=0)
    gone = models.PositiveIntegerField("gone", default=0)
    refused = models.PositiveIntegerField("faults", default=0)
    report = models.JSONField("report", default=dict)

    class Meta:
        verbose_name = "reading of a directory"
        verbose_name_plural = "readings of directories"
        ordering = ["-run_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(refused=0) | ~Q(outcome="loaded"),
                name="market_run_all_or_nothing",
                violation_error_message="A feed with a fault changes nothing.",
            ),
        ]

    def __str__(self) -> str:
        return f"Reading {self.pk}"


class ListedPlace(models.Model):
    """One place of an offer that is shown: a "service at location" of the feed. Written beside `Listing` alone.

    `number` counts an offer's places from 0; `public_id` is the place's id in the feed, `district` the first half of
    its postcode ("TR1").
    """

    class Kind(models.TextChoices):
        PHYSICAL = "physical", "A place to go to"
        VIRTUAL = "virtual", "By telephone or video"

    listing = models.ForeignKey("market.Listing", on_delete=models.CASCADE, related_name="places")
    number = models.PositiveSmallIntegerField("number")
    public_id = models.UUIDField("id in the feed", db_index=True)
    kind = models.CharField("kind", max_length=8, choices=Kind, blank=True)
    district = models.CharField("postcode district", max_length=8, blank=True, db_index=True)

    class Meta:
        verbose_name = "place of an offer"
        verbose_name_plural = "places of offers"
        ordering = ["listing", "number"]
        constraints = [models.UniqueConstraint(fields=["listing", "number"], name="market_place_number_once")]

    def __str__(self) -> str:
        return f"Place {self.number} of listing {self.listing_id}"
