"""What people could not find. Commissioners see counts under the disclosure rule, never a row."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.today import moment, today
from market import words
from market.models.keys import keys_field
from tenants.keys import GROUP_KEYS, keys_are_of


class UnmetNeed(models.Model):
    """Something that somebody looked for and could not find: what, for whom, where, how often.

    `said_by` is there so that it can be shown to, changed by and erased for its writer, and so that one person counts
    once in each cell; nobody else ever sees it, nor `what`. None after erasure: the row then counts as one person.
    """

    class Origin(models.TextChoices):
        FORM = "form", "Said on the form"
        PLAN = "plan", "Said while planning a year"
        CLUB = "club", "Nobody could be found together either"

    class State(models.TextChoices):
        OPEN = "open", "Still missing"
        FOUND = "found", "Found since"
        WITHDRAWN = "withdrawn", "Taken back"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="unmet_needs"
    )
    area = models.ForeignKey(settings.TENANT_MODEL, on_delete=models.PROTECT, related_name="unmet_needs")
    need = models.CharField("kind of support", max_length=30, choices=words.Need)
    group = models.CharField("for whom", max_length=30, blank=True)
    place_kind = models.CharField("where", max_length=7, choices=words.PlaceKind)
    availability = models.CharField("how often", max_length=8, choices=words.Availability)
    times = keys_field("when")
    what = models.TextField("what you looked for", max_length=1_000, blank=True)
    origin = models.CharField("how it was said", max_length=4, choices=Origin, default=Origin.FORM)
    state = models.CharField("state", max_length=9, choices=State, default=State.OPEN)
    said_on = models.DateField("said on", default=today)
    said_at = models.DateTimeField("said", default=moment)
    closed_on = models.DateField("found or taken back on", null=True, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "unmet need"
        ordering = ["-said_at", "-pk"]
        indexes = [models.Index(fields=["area", "need", "said_on"], name="market_unmet_counted")]
        constraints = [
            keys_are_of("times", words.Time.values, "market_unmet_times"),
            models.CheckConstraint(
                condition=Q(group="") | Q(group__in=GROUP_KEYS),
                name="market_unmet_group",
                violation_error_message="Choose from the list.",
            ),
            models.CheckConstraint(
                condition=Q(state="open") | Q(closed_on__isnull=False),
                name="market_unmet_closed_on",
                violation_error_message="What is no longer missing was closed on some day.",
            ),
        ]

    def __str__(self) -> str:
        return f"Unmet need {self.pk}"


class EmptySearch(models.Model):
    """How many searches of a day with these filters found nothing. Nothing of who searched, and none of their words.

    Filters that were not used are empty. Counted once for a session and day (`market.needs.recording`).
    """

    day = models.DateField("day", default=today)
    need = models.CharField("kind of support", max_length=30, blank=True)
    group = models.CharField("group", max_length=30, blank=True)
    area = models.CharField("area", max_length=40, blank=True)
    availability = models.CharField("how often", max_length=8, blank=True)
    is_rural = models.BooleanField("for a village or the countryside", default=False)
    count = models.PositiveIntegerField("searches", default=0)

    class Meta:
        verbose_name = "search that found nothing"
        verbose_name_plural = "searches that found nothing"
        ordering = ["-day", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "need", "group", "area", "availability", "is_rural"], name="market_empty_search_once"
            )
        ]

    def __str__(self) -> str:
        return f"Empty searches of {self.day}"
