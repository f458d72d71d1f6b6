"""Who may act for whom, in what, until when, and which papers were seen."""

import datetime
import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from config.today import today


class Kind(models.TextChoices):
    """What somebody acts for another as."""

    PARENT = "parent", "Parent, or somebody with parental responsibility"
    NOMINEE = "nominee", "Nominee for a direct payment"
    ATTORNEY_PROPERTY = "attorney-property", "Attorney for property and affairs"
    ATTORNEY_WELFARE = "attorney-welfare", "Attorney for health and welfare"
    DEPUTY = "deputy", "Deputy of the Court of Protection"
    APPOINTEE = "appointee", "Appointee for benefits"
    ADVOCATE = "advocate", "Somebody the person asked to act for them"


class Evidence(models.TextChoices):
    """The paper that was seen; the paper itself is not kept."""

    BIRTH = "birth-certificate", "Birth certificate or adoption order"
    RESPONSIBILITY = "parental-responsibility", "Court order or agreement on parental responsibility"
    POWER = "power-of-attorney", "Registered power of attorney"
    COURT = "court-order", "Order of the Court of Protection"
    BENEFITS = "appointee-letter", "Letter from the Department for Work and Pensions"
    NOMINATION = "nomination", "Direct payment agreement that names the nominee"
    OWN_WORD = "own-word", "The person said so themselves, to us"


class RepresentationQuerySet(models.QuerySet["Representation"]):
    def live(self) -> "RepresentationQuerySet":
        """Those that count today."""
        return self.filter(ended_at__isnull=True, starts__lte=today(), ends__gte=today())


class Representation(models.Model):
    """One person who may act for another. Ended, never deleted, so that it can be told later who could do what.

    Written through `accounts.representing.actions` only. `scope` holds slugs of `accounts.representing.scopes`.
    """

    public_id = models.UUIDField("public id", default=uuid.uuid4, unique=True, editable=False)
    representative = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="acts_for", verbose_name="who acts"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="representatives", verbose_name="for whom"
    )
    area = models.ForeignKey(settings.TENANT_MODEL, on_delete=models.PROTECT, related_name="representations")
    kind = models.CharField("as", max_length=40, choices=Kind.choices)
    scope = ArrayField(models.CharField(max_length=60), verbose_name="what they may do")
    evidence = models.CharField("paper seen", max_length=40, choices=Evidence.choices)
    evidence_seen_on = models.DateField("seen on")
    starts = models.DateField("from")
    ends = models.DateField("until")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("recorded", auto_now_add=True)
    ended_at = models.DateTimeField("ended", null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    end_reason = models.CharField("why it ended", max_length=300, blank=True)

    objects = RepresentationQuerySet.as_manager()

    class Meta:
        app_label = "accounts"
        verbose_name = "representation"
        ordering = ["-recorded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(representative=F("person")),
                name="representation_of_another",
                violation_error_message="Nobody acts for themselves. Choose two people.",
            ),
            models.CheckConstraint(
                condition=~Q(representative=F("recorded_by")),
                name="representation_recorded_by_another",
                violation_error_message="You can't record yourself as somebody's representative. Ask a colleague.",
            ),
            models.CheckConstraint(
                condition=Q(ends__gte=F("starts")),
                name="representation_ends_after_start",
                violation_error_message="The last day is before the first. Change one of them.",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, end_reason="") | (Q(ended_at__isnull=False) & ~Q(end_reason="")),
                name="representation_ended_with_a_reason",
                violation_error_message="Say why it ends.",
            ),
            models.CheckConstraint(
                condition=Q(scope__len__gt=0),
                name="representation_has_a_scope",
                violation_error_message="Choose at least one thing that they may do.",
            ),
            models.UniqueConstraint(
                fields=["representative", "person"],
                condition=Q(ended_at__isnull=True),
                name="representation_one_at_a_time",
                violation_error_message="They act for this person already. End that first.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def is_live(self) -> bool:
        """Whether it counts today."""
        return self.ended_at is None and self.starts <= today() <= self.ends

    @property
    def over_on(self) -> datetime.date:
        """The last day, or the day on which it was ended."""
        return min(self.ends, self.ended_at.date()) if self.ended_at else self.ends
