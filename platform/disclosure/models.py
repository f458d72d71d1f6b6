"""What was published, for good; and by which rule an area or a data set publishes."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from audit.append_only import AppendOnly
from disclosure.rules import LEAST_HIDDEN_UP_TO, LEAST_ROUNDING

RULE_IS_STRICT_ENOUGH = Q(hide_up_to__gte=LEAST_HIDDEN_UP_TO) & Q(round_to__gte=LEAST_ROUNDING)
LOOSER = "A rule hides at least 1 to 7 and rounds at least to the nearest 5."


class Release(models.Model):
    """Figures about people as they were published: what was shown and nothing else. Append-only.

    Written by `disclosure.actions` only. `tables` is what people saw, `figures` the same for comparing with later
    releases. No true count is in here, and nobody's pseudonym: `membership` names a file in the area's own storage.
    A figure that was already public elsewhere has a source in the place of a rule. The person and the area are no
    constraints, because the row stays when they go.
    """

    public_id = models.UUIDField("public id", default=uuid.uuid4, unique=True, editable=False)
    area = models.ForeignKey(
        settings.TENANT_MODEL, on_delete=models.DO_NOTHING, db_constraint=False, null=True, related_name="+"
    )
    area_slug = models.CharField("area", max_length=40, blank=True)
    data_set = models.CharField("data set", max_length=100)
    version = models.CharField("version of the data", max_length=60)
    title = models.CharField("title", max_length=200)
    selection = models.CharField("which people", max_length=300)
    criteria = models.JSONField("which people, as criteria", default=dict)
    selection_key = models.CharField("key of the criteria", max_length=64)
    hide_up_to = models.PositiveSmallIntegerField("hidden up to", null=True)
    round_to = models.PositiveSmallIntegerField("rounded to the nearest", null=True)
    source = models.CharField("where the figures come from", max_length=300)
    as_at = models.DateField("the day that the figures describe")
    tables = models.JSONField("what was shown")
    figures = models.JSONField("what was shown, for comparing", null=True)
    checksum = models.CharField("checksum of what was shown", max_length=64)
    membership = models.CharField("who was counted", max_length=200, blank=True)
    membership_checksum = models.CharField("checksum of who was counted", max_length=64, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.DO_NOTHING, db_constraint=False, null=True, related_name="+"
    )
    at = models.DateTimeField("published", db_default=Now(), editable=False)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")

    class Meta:
        verbose_name = "release"
        ordering = ["-at", "-pk"]
        triggers = [AppendOnly(name="append_only")]
        indexes = [
            models.Index(fields=["-at", "-id"], name="release_newest"),
            models.Index(fields=["area", "data_set", "version"], name="release_of_a_version"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(hide_up_to__isnull=True, round_to__isnull=True, figures__isnull=True)
                | (RULE_IS_STRICT_ENOUGH & Q(figures__isnull=False)),
                name="release_by_a_rule_or_already_public",
                violation_error_message=LOOSER,
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="release_has_a_source",
                violation_error_message="Say where the figures come from.",
            ),
            models.UniqueConstraint(
                fields=["replaces"],
                name="release_replaced_once",
                violation_error_message="That release has been replaced already.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_already_public(self) -> bool:
        """True for figures that others published first."""
        return self.hide_up_to is None

    @property
    def rule_name(self) -> str:
        """S7R5, or how figures that were already public are shown."""
        return "As published elsewhere" if self.hide_up_to is None else f"S{self.hide_up_to}R{self.round_to}"


class RuleChoice(models.Model):
    """From when on an area, or a data set, publishes by a rule of its own. Append-only: the latest counts."""

    area = models.ForeignKey(
        settings.TENANT_MODEL, on_delete=models.DO_NOTHING, db_constraint=False, null=True, related_name="+"
    )
    data_set = models.CharField("data set", max_length=100, blank=True)
    hide_up_to = models.PositiveSmallIntegerField("hidden up to")
    round_to = models.PositiveSmallIntegerField("rounded to the nearest")
    reason = models.CharField("why", max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.DO_NOTHING, db_constraint=False, null=True, related_name="+"
    )
    at = models.DateTimeField("chosen", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "choice of a rule"
        ordering = ["-at", "-pk"]
        triggers = [AppendOnly(name="append_only")]
        constraints = [
            models.CheckConstraint(
                condition=RULE_IS_STRICT_ENOUGH,
                name="rule_choice_is_no_looser",
                violation_error_message=LOOSER,
            ),
            models.CheckConstraint(
                condition=Q(area__isnull=False, data_set="") | (Q(area__isnull=True) & ~Q(data_set="")),
                name="rule_choice_of_an_area_or_a_data_set",
                violation_error_message="A rule is chosen for an area or for a data set.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.data_set or self.area}: S{self.hide_up_to}R{self.round_to}"


class AreaKey(models.Model):
    """The secret key under which an area's people are compared between releases; see `disclosure.memberships`."""

    area = models.OneToOneField(
        settings.TENANT_MODEL, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    key = models.BinaryField("key")

    class Meta:
        verbose_name = "key of an area's memberships"

    def __str__(self) -> str:
        return f"Key of area {self.area_id}"
